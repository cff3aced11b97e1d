import type { ReportFilters } from '#domain/report-request.ts';
import { type DetailedStatus, STATUSES, type Status, statusOf } from '#domain/status.ts';
import type { Query } from '../../tenant.ts';
import { bindings } from './bindings.ts';
import { orderFilter, READY } from './order-filter.ts';

/** Numbers by detailed status and by whether they are ready to assign. */
export type Tally = readonly { detailed: DetailedStatus; ready: boolean; numbers: number }[];

/** Counts the numbers under the filters without statuses and readiness, which `countsOf` applies. Reads orders alone. */
export async function readTally(query: Query, partnerId: number, filters: ReportFilters): Promise<Tally> {
  const { values, bind } = bindings();
  const where = orderFilter(partnerId, { ...filters, statuses: [], ready: null }, bind);
  return query<Tally[number]>(
    `SELECT o.detailed_status AS detailed, ${READY} AS ready, sum(o.number_count)::integer AS numbers
     FROM port_order o WHERE ${where} GROUP BY 1, 2`,
    values,
  );
}

/** The counts that the report shows: see ReportPage. */
export function countsOf(tally: Tally, { statuses, ready }: ReportFilters) {
  const sum = (keep: (part: Tally[number]) => boolean) =>
    tally.filter(keep).reduce((total, part) => total + part.numbers, 0);
  const asReady = (part: Tally[number]) => ready === null || part.ready === ready;
  const inStatus = (part: Tally[number]) =>
    statuses.length === 0 || statuses.includes(statusOf(part.detailed));
  const count = (status: Status) => sum((part) => statusOf(part.detailed) === status && asReady(part));
  return {
    total: sum((part) => inStatus(part) && asReady(part)),
    ready: sum((part) => part.ready),
    counts: Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>,
  };
}
