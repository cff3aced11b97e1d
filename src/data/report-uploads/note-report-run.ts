import type { ReportRun } from '#domain/import/report-run.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { STAFF } from './report-upload.ts';

/**
 * Writes down how far a run is, or how it ended; with its end, the rows that it rejected as a file (null for none). A run
 * that another has taken the place of writes nothing.
 */
export async function noteReportRun(
  viewer: Viewer,
  id: string,
  run: ReportRun,
  rejects: Buffer | null,
  now: Date,
): Promise<void> {
  demand(viewer, 'orders.import');
  await writeIn(STAFF, (query) =>
    query(
      `UPDATE report_upload SET run = $2, rejects = $3, heard_at = $4
       WHERE id = $1 AND run ->> 'state' = 'running' AND run ->> 'beganAt' = $5`,
      [id, JSON.stringify(run), rejects, now, run.beganAt],
    ),
  );
}
