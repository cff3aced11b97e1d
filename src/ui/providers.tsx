'use client';

import './global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from './theme.ts';
import { Tips } from './tips.tsx';

/** Theme and messages around every page. `nonce` is the one of the request's Content-Security-Policy. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  // Mantine's drawers lock scrolling through a library that asks elsewhere for the nonce of its style.
  setNonce(nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
      deduplicateInlineStyles
    >
      {children}
      <Notifications position="bottom-right" />
      <Tips />
    </MantineProvider>
  );
}
