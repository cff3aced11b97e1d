import { QUEUE_COUNTED, queueStatuses } from '#domain/order-queue.ts';
import { isOpen } from '#domain/status.ts';
import { bindings } from '../../report/query/bindings.ts';
import { FACETS } from '../../report/query/facet.ts';
import type { Query } from '../../tenant.ts';
import { CLOSED, type ResolvedFilter } from './conditions.ts';
import { remembered } from './remembered.ts';
import { ordersFound } from './source.ts';

/** `more`: there are more than were counted. */
export type ClosedCount = { orders: number; more: boolean };

/**
 * How many closed orders a filter leaves, which are nearly all orders. By status and type they are added up from what is
 * kept of each partner; what else is asked for is counted as far as it is worth knowing.
 */
export async function countClosed(query: Query, resolved: ResolvedFilter): Promise<ClosedCount> {
  const { filter, hits } = resolved;
  if (queueStatuses(filter).every(isOpen) || filter.dates?.field === 'nextOn')
    return { orders: 0, more: false };
  const byStatus = hits === null && filter.accountId === null && filter.dates === null && filter.age === null;
  return byStatus ? { orders: await tallied(query, resolved), more: false } : countSome(query, resolved);
}

async function countSome(query: Query, resolved: ResolvedFilter): Promise<ClosedCount> {
  const { values, bind } = bindings();
  const found = ordersFound(resolved, [], bind, CLOSED);
  const [row] = await query<{ orders: number }>(
    `SELECT count(*)::integer AS orders FROM (SELECT FROM ${found} LIMIT ${QUEUE_COUNTED + 1}) counted`,
    values,
  );
  const orders = row?.orders ?? 0;
  return { orders: Math.min(orders, QUEUE_COUNTED), more: orders > QUEUE_COUNTED };
}

type Tally = { partnerId: number; facet: number; tollFree: boolean; orders: number };

async function tallied(query: Query, { filter, partnerId }: ResolvedFilter): Promise<number> {
  const tallies = await remembered(query, 'closed', partnerId, async (partnerIds) => {
    const rows = await query<Tally>(
      `SELECT o.partner_id AS "partnerId", o.facet, o.toll_free AS "tollFree", count(*)::integer AS orders
       FROM port_order o
       WHERE o.partner_id = ANY ($1::integer[]) AND ${CLOSED} AND o.number_count > 0 GROUP BY 1, 2, 3`,
      [partnerIds],
    );
    return Map.groupBy(rows, (row) => row.partnerId);
  });
  const statuses = new Set(queueStatuses(filter));
  let sum = 0;
  for (const { facet, tollFree, orders } of tallies.flat()) {
    const detailed = FACETS[facet]?.detailed;
    if (!detailed || !statuses.has(detailed)) continue;
    if (filter.type === null || (filter.type === 'toll-free') === tollFree) sum += orders;
  }
  return sum;
}
