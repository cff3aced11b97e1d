import { ReportSkeleton } from '#features/report/report-skeleton.tsx';

export default function Loading() {
  return <ReportSkeleton />;
}
