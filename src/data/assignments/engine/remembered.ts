import type { Query } from '../../tenant.ts';

/**
 * What was counted of a partner's numbers and assignments, once for each state of its data (see partner_change): every page
 * asks, and few of them find that anything changed. The state is read in the snapshot of the transaction, and so is what
 * is counted anew.
 */
export async function remembered<T>(
  query: Query,
  partnerId: number,
  name: string,
  count: () => Promise<T>,
): Promise<T> {
  const [row] = await query<{ state: string | null }>(
    `SELECT set_config('max_parallel_workers_per_gather', '0', true),
       (SELECT string_agg(c.id::text, ' ' ORDER BY c.id) FROM partner_change c WHERE c.partner_id = $1) AS state`,
    [partnerId],
    'assignment-state',
  );
  // A partner of which nothing was ever changed has next to nothing to count.
  if (!row?.state) return count();
  const key = `${name} ${partnerId} ${row.state}`;
  return (recall(key) as T | undefined) ?? keep(key, await count());
}

/** Forgets all counts: for measuring what they cost. */
export function forgetAssignmentCounts(): void {
  kept.clear();
  weight = 0;
}

/** Least recently used first. Weighed in entries; the whole stays below some 20 MB. */
const kept = new Map<string, unknown>();
const MOST_WEIGHT = 100_000;
let weight = 0;

function recall(key: string): unknown {
  const found = kept.get(key);
  if (found === undefined) return undefined;
  kept.delete(key);
  kept.set(key, found);
  return found;
}

function keep<T>(key: string, counted: T): T {
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

function weightOf(counted: unknown): number {
  return Array.isArray(counted) ? 1 + counted.length : 1;
}
