import { QUEUE_COUNTED, type QueueCursor, type QueueRequest } from '#domain/order-queue.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { bindings } from '../../report/query/bindings.ts';
import { type Query, readIn } from '../../tenant.ts';
import { conditionsOf, isOfOpen, type QueueDay, type ResolvedFilter, resolveFilter } from './conditions.ts';
import { countTabs } from './count-tabs.ts';
import { settle } from './plans.ts';
import { countBefore, gather, walk } from './read-segment.ts';
import { keyText, QUEUE_KEYS, segmentsFrom } from './sorts.ts';

/** Where an order stands in a list: the orders beside it, and which of how many it is. */
export type PlaceInQueue = {
  /** Null when the order is not in the list; `place` and `total` are null where there are too many to count. */
  at: { place: number | null; total: number | null } | null;
  previous: number | null;
  next: number | null;
};

/** Finds an order's place in the desk's list. An order that is not in it, or not there at all, has no place. */
export async function findPlace(
  viewer: Viewer,
  orderId: number,
  { filter, sort }: Pick<QueueRequest, 'filter' | 'sort'>,
  day: QueueDay,
): Promise<PlaceInQueue> {
  demand(viewer, 'desk.read');
  return readIn({ role: 'portal_staff' }, async (query) => {
    await settle(query);
    const resolved = await resolveFilter(query, filter, day);
    const own = await placeOf(query, resolved, sort, orderId);
    if (!own) return { at: null, previous: null, next: null };
    const { counts, more, noneOpen } = await countTabs(query, resolved);
    const total = more && filter.tab === 'all' ? null : counts[filter.tab];
    const gathers = isOfOpen(filter) || (total !== null && total <= QUEUE_COUNTED);
    const up = !sort.descending;
    const before = gathers ? await countBefore(query, { resolved, column: sort.column, up }, own) : null;
    const beside = (backwards: boolean) =>
      neighbour(query, { ...resolved, noneOpen }, sort, own, backwards, gathers ? gather : walk);
    return {
      at: { place: before === null ? null : before + 1, total },
      previous: await beside(true),
      next: await beside(false),
    };
  });
}

/** The order as it stands in the sort; null when the filter leaves it out. */
async function placeOf(
  query: Query,
  resolved: ResolvedFilter,
  { column }: QueueRequest['sort'],
  orderId: number,
): Promise<QueueCursor | null> {
  const { values, bind } = bindings();
  const sort = QUEUE_KEYS[column];
  // The keys of orders begin with the partner: one look for each of the few partners.
  const [own] = await query<QueueCursor>(
    `SELECT o.id AS "orderId", ${keyText(sort, sort.key)} AS key
     FROM partner every JOIN port_order o ON o.partner_id = every.id AND o.id = ${bind(orderId, 'bigint')} ${sort.joins}
     WHERE ${conditionsOf(resolved, bind)}`,
    values,
  );
  return own ?? null;
}

async function neighbour(
  query: Query,
  resolved: ResolvedFilter,
  { column, descending }: QueueRequest['sort'],
  own: QueueCursor,
  backwards: boolean,
  read: typeof gather,
): Promise<number | null> {
  const up = descending === backwards;
  for (const segment of segmentsFrom(QUEUE_KEYS[column], own, backwards)) {
    const [found] = await read(query, { resolved, column, segment, up, most: 1 });
    if (found) return found.orderId;
  }
  return null;
}
