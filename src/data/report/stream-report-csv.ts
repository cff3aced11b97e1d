import type { Readable } from 'node:stream';
import type { ColumnKey } from '#domain/columns.ts';
import { demand } from '#domain/permissions.ts';
import type { ReportFilters, ReportSort } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { copyOut } from '../copy-out.ts';
import { scopeOf } from '../tenant.ts';
import { csvSelect } from './query/csv-select.ts';

/**
 * All rows of a partner's report as CSV records (UTF-8, no header, each ended by a line feed), straight from COPY and no
 * faster than they are read. Aborting the signal ends the query; a fault destroys the stream. Throws NotFound for a stranger.
 */
export async function streamReportCsv(
  viewer: Viewer,
  partner: { id: number },
  report: ReportFilters & { sort: ReportSort | null },
  columns: readonly ColumnKey[],
  signal: AbortSignal,
): Promise<Readable> {
  demand(viewer, 'report.export');
  const select = csvSelect(partner.id, report, report.sort, columns);
  return copyOut(scopeOf(viewer, partner.id), select, 'FORMAT csv', signal);
}
