'use client';

import './global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from './theme.ts';
import { Tips } from './tips.tsx';

/** Theme and messages around every page. `nonce` is the one of the request's Content-Security-Policy. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
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
