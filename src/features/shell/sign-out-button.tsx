'use client';

import type { ReactNode } from 'react';
import control from '#ui/control.module.css';
import { leave } from './leave.ts';

/** Ends the session and leads to the sign-in page. */
export function SignOutButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className={`${control.button} ${control.subtle}`} onClick={() => void leave()}>
      {children}
    </button>
  );
}
