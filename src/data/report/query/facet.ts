import type { ReportFilters } from '#domain/report-request.ts';
import { DETAILED_STATUSES, type DetailedStatus, STATUSES, type Status, statusOf } from '#domain/status.ts';

/**
 * Where an order stands, in one small number (`port_order.facet`): twice the place of its detailed status in the order of
 * a port's life, plus one when its numbers are ready to assign.
 */
export type Facet = { detailed: DetailedStatus; ready: boolean };

/** All facets, by their number. */
export const FACETS: readonly Facet[] = DETAILED_STATUSES.flatMap((detailed) => [
  { detailed, ready: false },
  { detailed, ready: true },
]);

/** The numbers of the facets that pass the filters; null when they narrow nothing. */
export function facetsOf({
  statuses,
  details,
  ready,
}: Pick<ReportFilters, 'statuses' | 'details' | 'ready'>) {
  if (statuses.length === 0 && details.length === 0 && ready === null) return null;
  return FACETS.flatMap((facet, number) => {
    const passes =
      (statuses.length === 0 || statuses.includes(statusOf(facet.detailed))) &&
      (details.length === 0 || details.includes(facet.detailed)) &&
      (ready === null || facet.ready === ready);
    return passes ? [number] : [];
  });
}

/** The place of an order's detailed status among all, in SQL, over `o`. */
export const DETAILED_PLACE = 'o.facet / 2';

/** Whether an order's numbers are ready to assign, as 0 or 1, in SQL, over `o`. */
export const READY_BIT = 'o.facet % 2';

/** The place of an order's status among all, in SQL, over `o`. Detailed statuses of one status are neighbours. */
export const STATUS_PLACE = `CASE ${STATUSES.slice(0, -1)
  .map((status, place) => `WHEN o.facet < ${firstAfter(status)} THEN ${place}`)
  .join(' ')} ELSE ${STATUSES.length - 1} END`;

function firstAfter(status: Status): number {
  return FACETS.findLastIndex(({ detailed }) => statusOf(detailed) === status) + 1;
}
