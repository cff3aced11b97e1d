import type { Metadata } from 'next';
import { listPartners } from '#data/partners/list-partners.ts';
import { listReportUploads } from '#data/report-uploads/list-report-uploads.ts';
import { ReportImports } from '#features/import/report/report-imports.tsx';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Full report' };

export default async function ReportImportsPage() {
  const viewer = await requireViewer();
  const reports = await found(listReportUploads(viewer));
  const partners = await found(listPartners(viewer));
  return <ReportImports partners={partners} reports={reports} />;
}
