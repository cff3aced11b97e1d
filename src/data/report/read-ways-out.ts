import { demand } from '#domain/permissions.ts';
import { NO_FILTERS, type ReportFilters } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { countsOf, readTally } from './query/tally.ts';

/** A filter in use, and how many rows there would be without it. */
export type WayOut = { filter: keyof ReportFilters; rows: number };

/** For a report without rows: what dropping each filter in use alone would bring back, in the order of the filters. */
export async function readWaysOut(
  viewer: Viewer,
  partner: { id: number },
  filters: ReportFilters,
): Promise<WayOut[]> {
  demand(viewer, 'report.read');
  return readIn(scopeOf(viewer, partner.id), async (query) => {
    const ways: WayOut[] = [];
    for (const filter of inUse(filters)) {
      const without = { ...filters, [filter]: NO_FILTERS[filter] };
      const { total } = countsOf(await readTally(query, partner.id, without), without);
      ways.push({ filter, rows: total });
    }
    return ways;
  });
}

const FILTERS = ['accountId', 'statuses', 'details', 'type', 'ready', 'date'] as const;

function inUse(filters: ReportFilters): (keyof ReportFilters)[] {
  return FILTERS.filter((filter) => {
    const value = filters[filter];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });
}
