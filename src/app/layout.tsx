import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ColorScheme } from '#ui/color-scheme.tsx';
import { Providers } from '#ui/providers.tsx';

export const metadata: Metadata = {
  title: { template: '%s · Partner Portal', default: 'Partner Portal' },
  description: 'The status of every number port of all your accounts.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <html lang="en-US" suppressHydrationWarning>
      <head>
        <ColorScheme nonce={nonce} />
      </head>
      <body>
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
