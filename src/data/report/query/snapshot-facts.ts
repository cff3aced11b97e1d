import type { ReportFilters } from '#domain/report-request.ts';
import { STATUSES, type Status } from '#domain/status.ts';
import type { Query } from '../../tenant.ts';
import { countsOf, readTally } from './tally.ts';

/** What there is to say of an export's rows, read in their own snapshot: the counts by status add up to the rows. */
export type SnapshotFacts = { asOf: Date; rows: number; counts: Record<Status, number> };

/** Reads the facts of a report in the transaction that its rows are read in. `asOf` is when that began. */
export async function readSnapshotFacts(
  query: Query,
  partnerId: number,
  filters: ReportFilters,
): Promise<SnapshotFacts> {
  const [row] = await query<{ asOf: Date }>('SELECT now() AS "asOf"');
  if (!row) throw new Error('Postgres told no time.');
  const { total, counts } = countsOf(await readTally(query, partnerId, filters), filters);
  const asked = ({ statuses }: ReportFilters, status: Status) =>
    statuses.length === 0 || statuses.includes(status);
  return {
    asOf: row.asOf,
    rows: total,
    counts: Object.fromEntries(
      STATUSES.map((status) => [status, asked(filters, status) ? counts[status] : 0]),
    ) as Record<Status, number>,
  };
}
