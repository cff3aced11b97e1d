import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { type ReportUpload, SELECT_REPORTS, STAFF } from './report-upload.ts';

const LISTED = 50;

/** The reports that leads uploaded last, the newest first. */
export async function listReportUploads(viewer: Viewer): Promise<ReportUpload[]> {
  demand(viewer, 'orders.import');
  return readIn(STAFF, (query) =>
    query<ReportUpload>(`${SELECT_REPORTS} ORDER BY u.at DESC, u.id LIMIT ${LISTED}`),
  );
}
