import type { Needle } from '#domain/find.ts';
import type { ReportSort } from '#domain/report-request.ts';
import type { Arrangement, Report } from './arrangement.ts';
import type { Stretch } from './stretch.ts';
import { readTally, type Tally } from './tally.ts';

/** A report whose counts are computed once for each state of the partner's data. Rows are always read. */
export type Remembering = {
  tally: () => Promise<Tally>;
  arrangement: (arrangement: Arrangement, sort: ReportSort | null) => Arrangement;
};

/**
 * Begins the reading of a report: asks in its snapshot which state the partner's data is in (see partner_change). What
 * was counted from the same state holds still, to the number; any committed change makes another state.
 */
export async function remembering({ query, partnerId, filters }: Report): Promise<Remembering> {
  const [row] = await query<{ state: string | null }>(
    `SELECT set_config('work_mem', '64MB', true), set_config('max_parallel_workers_per_gather', '0', true),
       (SELECT string_agg(c.id::text, ' ' ORDER BY c.id) FROM partner_change c WHERE c.partner_id = $1) AS state`,
    [partnerId],
    'report-state',
  );
  const { accountId, statuses, details, type, ready, date } = filters;
  const state = row?.state ?? null;
  const remember = async <T extends Counted>(key: unknown[], count: () => Promise<T>): Promise<T> => {
    if (state === null) return count();
    const whole = JSON.stringify([state, ...key]);
    return (recall(whole) as T | undefined) ?? keep(whole, await count());
  };
  return {
    tally: () =>
      remember(['tally', accountId, details, type, date], () => readTally(query, partnerId, filters)),
    arrangement(arrangement, sort) {
      const key = [accountId, statuses, details, type, ready, date, sort];
      return {
        ...arrangement,
        stretches: () => remember(['stretches', ...key], arrangement.stretches),
        matches: (needle: Needle) =>
          remember(['matches', ...key, needle.text], () => arrangement.matches(needle)),
      };
    },
  };
}

/** Forgets all counts: for measuring what they cost. */
export function forgetCounts(): void {
  kept.clear();
  weight = 0;
}

type Counted = Tally | Stretch[];

/** Least recently used first. Weighed in entries of a count; the whole stays below some 20 MB. */
const kept = new Map<string, Counted>();
const MOST_WEIGHT = 200_000;
let weight = 0;

function recall(key: string): Counted | undefined {
  const found = kept.get(key);
  if (found) {
    kept.delete(key);
    kept.set(key, found);
  }
  return found;
}

function keep<T extends Counted>(key: string, counted: T): T {
  if (kept.has(key)) return counted;
  kept.set(key, counted);
  weight += weightOf(counted);
  for (const [oldest, value] of kept) {
    if (weight <= MOST_WEIGHT || oldest === key) break;
    kept.delete(oldest);
    weight -= weightOf(value);
  }
  return counted;
}

function weightOf(counted: Counted): number {
  return 1 + counted.length;
}
