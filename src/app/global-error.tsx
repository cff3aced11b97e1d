'use client';

import { ErrorState } from '#features/shell/error-state.tsx';
import '#ui/global.css';

type Props = { error: Error & { digest?: string } };

/** In place of the whole document when its own layout fails: it can count on nothing but the style sheets. */
export default function GlobalErrorPage({ error }: Props) {
  return (
    <html lang="en-US">
      <body>
        <title>This page could not be shown · Partner Portal</title>
        <main>
          <ErrorState reference={error.digest} onRetry={() => window.location.reload()} />
        </main>
      </body>
    </html>
  );
}
