'use client';

import { ReportError } from '#features/report/report-error.tsx';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error }: Props) {
  return <ReportError reference={error.digest} />;
}
