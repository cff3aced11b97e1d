import type { Readable } from 'node:stream';
import type { ColumnKey } from '#domain/columns.ts';
import { demand } from '#domain/permissions.ts';
import type { ReportFilters, ReportSort } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { copyOut } from '../copy-out.ts';
import { scopeOf } from '../tenant.ts';
import { exportSelect } from './query/export-select.ts';
import { readSnapshotFacts, type SnapshotFacts } from './query/snapshot-facts.ts';

/**
 * All rows of a partner's report as CSV records (UTF-8, no header, each ended by a line feed), straight from COPY and no
 * faster than they are read, with the facts of the same snapshot. `style`: for spreadsheets, free text is guarded against
 * formulas; strict, values are untouched. Aborting the signal ends the query; a fault destroys the stream. Throws NotFound
 * for a stranger.
 */
export async function streamReportCsv(
  viewer: Viewer,
  partner: { id: number },
  report: ReportFilters & { sort: ReportSort | null },
  columns: readonly ColumnKey[],
  signal: AbortSignal,
  style: 'spreadsheet' | 'strict' = 'spreadsheet',
): Promise<{ facts: SnapshotFacts; records: Readable }> {
  demand(viewer, 'report.export');
  const scope = scopeOf(viewer, partner.id);
  const select = exportSelect(partner.id, report, report.sort, columns, style);
  const copied = { select, options: 'FORMAT csv', asker: viewer };
  const { facts, rows } = await copyOut(scope, copied, signal, (query) =>
    readSnapshotFacts(query, partner.id, report),
  );
  return { facts, records: rows };
}
