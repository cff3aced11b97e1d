import type { Metadata } from 'next';
import { readReportUpload } from '#data/report-uploads/read-report-upload.ts';
import { ReportRunScreen } from '#features/import/report/report-run.tsx';
import { reportUploadId } from '#features/import/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Import of a report' };

type Props = { params: Promise<{ id: string }> };

export default async function ReportImportPage({ params }: Props) {
  const viewer = await requireViewer();
  const report = await found(params.then(({ id }) => readReportUpload(viewer, reportUploadId(id))));
  return <ReportRunScreen report={report} />;
}
