import type { ReportFilters } from '#domain/report-request.ts';
import { STATUSES, type Status } from '#domain/status.ts';
import type { Query } from '../../tenant.ts';
import { bindings } from './bindings.ts';
import { facetsOf } from './facet.ts';
import { orderFilter } from './order-filter.ts';

/** Numbers by facet. */
export type Tally = readonly { facet: number; numbers: number }[];

/** Counts the numbers under the filters without status and readiness, which `countsOf` applies. Reads orders alone. */
export async function readTally(query: Query, partnerId: number, filters: ReportFilters): Promise<Tally> {
  const { values, bind } = bindings();
  const where = orderFilter(partnerId, { ...filters, statuses: [], ready: null }, bind);
  return query<Tally[number]>(
    `SELECT o.facet, sum(o.number_count)::integer AS numbers FROM port_order o WHERE ${where} GROUP BY 1`,
    values,
  );
}

/** The counts that the report shows: see ReportPage. */
export function countsOf(tally: Tally, { statuses, ready }: ReportFilters) {
  const sum = (keep: Parameters<typeof facetsOf>[0]) => {
    const facets = facetsOf(keep);
    return tally.reduce(
      (total, part) => total + (facets?.includes(part.facet) === false ? 0 : part.numbers),
      0,
    );
  };
  const inStatus = (status: Status) => sum({ statuses: [status], details: [], ready });
  return {
    total: sum({ statuses, details: [], ready }),
    ready: sum({ statuses: [], details: [], ready: true }),
    counts: Object.fromEntries(STATUSES.map((status) => [status, inStatus(status)])) as Record<
      Status,
      number
    >,
  };
}
