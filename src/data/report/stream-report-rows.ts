import type { ColumnKey } from '#domain/columns.ts';
import { demand } from '#domain/permissions.ts';
import type { ReportFilters, ReportSort } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { copyOut } from '../copy-out.ts';
import { scopeOf } from '../tenant.ts';
import { type CopiedRow, copiedRows } from './query/copied-rows.ts';
import { exportSelect } from './query/export-select.ts';
import { readSnapshotFacts, type SnapshotFacts } from './query/snapshot-facts.ts';

/**
 * All rows of a partner's report in batches, each row a text or null a column, as they are stored (dates `YYYY-MM-DD`,
 * times `HH:MM:SS`, enums as slugs, flags `t` or `f`), with the facts of the same snapshot. They are read from COPY no
 * faster than they are asked for. Ending the iteration or aborting the signal ends the query; a fault is thrown by the
 * iteration. Throws NotFound for a stranger.
 */
export async function streamReportRows(
  viewer: Viewer,
  partner: { id: number },
  report: ReportFilters & { sort: ReportSort | null },
  columns: readonly ColumnKey[],
  signal: AbortSignal,
): Promise<{ facts: SnapshotFacts; rows: AsyncGenerator<CopiedRow[], void, undefined> }> {
  demand(viewer, 'report.export');
  const scope = scopeOf(viewer, partner.id);
  const select = exportSelect(partner.id, report, report.sort, columns, 'stored');
  const copied = { select, options: 'FORMAT text', asker: viewer };
  const { facts, rows } = await copyOut(scope, copied, signal, (query) =>
    readSnapshotFacts(query, partner.id, report),
  );
  return { facts, rows: copiedRows(rows) };
}
