import type { Query } from '../../tenant.ts';

/**
 * What is counted of each partner's data, of all partners or one, counted anew only for those whose data is in another
 * state than it was (see partner_change). `key` says what is counted; what `count` leaves out of a partner is 0 of it.
 */
export async function remembered<T extends Weighed>(
  query: Query,
  key: string,
  partnerId: number | null,
  count: (partnerIds: readonly number[]) => Promise<ReadonlyMap<number, T>>,
): Promise<T[]> {
  const states = await statesOf(query, partnerId);
  const known = states.map(({ id, state }) => ({ id, name: nameOf(key, id, state) }));
  const missing = known.filter(({ name }) => name === null || !kept.has(name)).map(({ id }) => id);
  const counted = missing.length > 0 ? await count(missing) : new Map<number, T>();
  return known.flatMap(({ id, name }) => {
    const found = (missing.includes(id) ? counted.get(id) : name && kept.get(name)?.value) as T | undefined;
    if (name !== null) keep(name, found);
    return found === undefined ? [] : [found];
  });
}

/** Forgets everything: for measuring what it costs. */
export function forgetQueueCounts(): void {
  kept.clear();
  weight = 0;
}

type Weighed = number | readonly unknown[];
type Kept = { value: Weighed | undefined; weight: number };

/** Least recently used first. Weighed in entries of a count; the whole stays below some 50 MB. */
const kept = new Map<string, Kept>();
const MOST_WEIGHT = 500_000;
let weight = 0;

function keep(name: string, value: Weighed | undefined): void {
  const before = kept.get(name);
  if (before) kept.delete(name);
  const entry = before ?? { value, weight: 1 + (Array.isArray(value) ? value.length : 0) };
  if (!before) weight += entry.weight;
  kept.set(name, entry);
  for (const [oldest, each] of kept) {
    if (weight <= MOST_WEIGHT || oldest === name) break;
    kept.delete(oldest);
    weight -= each.weight;
  }
}

/** A partner whose data was never written has no state, and is counted each time. */
function nameOf(key: string, partnerId: number, state: string | null): string | null {
  return state === null ? null : `${partnerId} ${state} ${key}`;
}

function statesOf(query: Query, partnerId: number | null): Promise<{ id: number; state: string | null }[]> {
  return query(
    `SELECT p.id, string_agg(c.id::text, ' ' ORDER BY c.id) AS state
     FROM partner p LEFT JOIN partner_change c ON c.partner_id = p.id
     WHERE $1::integer IS NULL OR p.id = $1 GROUP BY p.id`,
    [partnerId],
    'queue-states',
  );
}
