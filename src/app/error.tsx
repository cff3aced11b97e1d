'use client';

import { ErrorState } from '#features/shell/error-state.tsx';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error }: Props) {
  return <ErrorState reference={error.digest} onRetry={() => window.location.reload()} />;
}
