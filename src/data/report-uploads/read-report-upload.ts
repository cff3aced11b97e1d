import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { type ReportUpload, SELECT_REPORTS, STAFF } from './report-upload.ts';

/** An uploaded report without its file. Throws NotFound. */
export async function readReportUpload(viewer: Viewer, id: string): Promise<ReportUpload> {
  demand(viewer, 'orders.import');
  const [report] = await readIn(STAFF, (query) =>
    query<ReportUpload>(`${SELECT_REPORTS} WHERE u.id = $1`, [id]),
  );
  if (!report) throw new NotFound('report');
  return report;
}
