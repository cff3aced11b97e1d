'use client';

import ErrorInShell from './error-in-shell.tsx';

type Props = { error: Error & { digest?: string } };

/** In place of a page whose top bar failed too. */
export default function ErrorPage({ error }: Props) {
  return (
    <main>
      <ErrorInShell error={error} />
    </main>
  );
}
