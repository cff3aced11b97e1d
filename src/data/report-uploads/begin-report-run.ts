import { type ReportRun, type RunKind, SILENT_FOR } from '#domain/import/report-run.ts';
import { demand } from '#domain/permissions.ts';
import { actorName, type Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { STAFF } from './report-upload.ts';

/**
 * Begins a run of an uploaded report, if none is under way: a dry run until it is imported, an import once a dry run has
 * told what will come of it, or after an import that failed. Whether it began.
 */
export async function beginReportRun(viewer: Viewer, id: string, kind: RunKind, now: Date): Promise<boolean> {
  demand(viewer, 'orders.import');
  const run: ReportRun = {
    ...{ kind, by: actorName(viewer), beganAt: now.toISOString() },
    ...{ state: 'running', step: 'reading', rows: 0 },
  };
  const may = kind === 'dry-run' ? MAY_TRY : MAY_IMPORT;
  const begun = await writeIn(STAFF, (query) =>
    query(
      `UPDATE report_upload SET run = $2, heard_at = $3
       WHERE id = $1 AND (run ->> 'state' IS DISTINCT FROM 'running' OR heard_at < $4) AND ${may} RETURNING id`,
      [id, JSON.stringify(run), now, new Date(now.getTime() - SILENT_FOR)],
    ),
  );
  return begun.length === 1;
}

const MAY_TRY = `NOT (run IS NOT NULL AND run ->> 'kind' = 'import' AND run ->> 'state' = 'done')`;
const MAY_IMPORT = `(run ->> 'kind' = 'dry-run' AND run ->> 'state' = 'done'
  OR run ->> 'kind' = 'import' AND run ->> 'state' <> 'done')`;
