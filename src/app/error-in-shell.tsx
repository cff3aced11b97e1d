'use client';

import { ErrorState } from '#features/shell/error-state.tsx';

type Props = { error: Error & { digest?: string } };

/** In place of a page that failed, below the top bar. */
export default function ErrorInShell({ error }: Props) {
  return <ErrorState reference={error.digest} onRetry={() => window.location.reload()} />;
}
