import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { STAFF } from '../orders/engine/staff.ts';
import { readIn } from '../tenant.ts';
import { SELECT_LISTED } from './engine/number-order-select.ts';
import type { ListedNumberOrder } from './listed-number-order.ts';

/** How many are on a page of the list. */
export const NUMBER_ORDERS_PAGE = 50;

export type NumberOrderList = { orders: ListedNumberOrder[]; requested: number; done: number };

/**
 * A page, from 1 on, of all partners' orders of new numbers: those that wait, the longest first, or those that are done,
 * the last first; with how many there are of both.
 */
export async function listNumberOrders(
  viewer: Viewer,
  { tab, page }: { tab: 'requested' | 'done'; page: number },
): Promise<NumberOrderList> {
  demand(viewer, 'number-orders.decide');
  return readIn(STAFF, async (query) => {
    const [counts] = await query<{ requested: number; done: number }>(
      `SELECT count(*) FILTER (WHERE state = 'requested') AS requested,
         count(*) FILTER (WHERE state IN ('fulfilled', 'refused')) AS done FROM number_order`,
    );
    const part =
      tab === 'requested'
        ? `AND n.state = 'requested' ORDER BY n.requested_at, n.id`
        : `AND n.state IN ('fulfilled', 'refused') ORDER BY n.decided_at DESC, n.id DESC`;
    const orders = await query<ListedNumberOrder>(`${SELECT_LISTED} ${part} LIMIT $1 OFFSET $2`, [
      NUMBER_ORDERS_PAGE,
      (page - 1) * NUMBER_ORDERS_PAGE,
    ]);
    return { orders, requested: counts?.requested ?? 0, done: counts?.done ?? 0 };
  });
}
