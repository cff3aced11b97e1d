import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Query } from '../../tenant.ts';
import type { StoryOrder } from '../story.ts';

/** Orders of a request that are listed, and numbers of each. */
const LISTED_ORDERS = 40;
const LISTED_NUMBERS = 20;
/** Orders of a request that are counted; none comes near. */
const COUNTED_ORDERS = 5_000;

/** A request's orders that hold numbers: `all` without their numbers, `listed` with the first of them, `own` among these. */
export async function readTree(
  query: Query,
  { partnerId, requestId, own }: { partnerId: number; requestId: string; own: number },
): Promise<{ all: StoryOrder[]; listed: StoryOrder[] }> {
  const all = await query<StoryOrder>(
    `SELECT o.id, CASE WHEN o.toll_free THEN 'toll-free' ELSE 'local' END AS type,
       o.detailed_status AS "detailedStatus", o.number_count AS numbers, o.foc_on AS "focOn",
       left(o.foc_time::text, 5) AS "focTime", o.estimated_on AS "estimatedOn", o.approved_on AS "approvedOn"
     FROM port_order o
     WHERE o.partner_id = $1 AND o.request_id = $2 AND o.number_count > 0 ORDER BY o.id LIMIT ${COUNTED_ORDERS}`,
    [partnerId, requestId],
    'story-orders',
  );
  const others = all.filter(({ id }) => id !== own).slice(0, LISTED_ORDERS - 1);
  const listed = all.filter((order) => order.id === own || others.includes(order));
  const phones = await readPhones(query, partnerId, requestId, listed);
  return { all, listed: listed.map((order) => ({ ...order, phones: phones.get(order.id) ?? [] })) };
}

async function readPhones(
  query: Query,
  partnerId: number,
  requestId: string,
  orders: readonly StoryOrder[],
): Promise<Map<number, StoryOrder['phones']>> {
  const rows = await query<{ orderId: number; phone: PhoneNumber; assigned: boolean }>(
    `SELECT n.order_id AS "orderId", n.phone, a.phone IS NOT NULL AS assigned
     FROM unnest($2::bigint[]) AS listed (order_id)
     CROSS JOIN LATERAL (
       SELECT n.order_id, n.phone FROM port_number n
       WHERE n.partner_id = $1 AND n.order_id = listed.order_id ORDER BY n.phone LIMIT ${LISTED_NUMBERS}
     ) n
     LEFT JOIN number_assignment a ON a.partner_id = $1 AND a.request_id = $3 AND a.phone = n.phone
     ORDER BY n.order_id, n.phone`,
    [partnerId, orders.map(({ id }) => id), requestId],
    'story-numbers',
  );
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return new Map(
    [...byOrder].map(([id, of]) => [id, of.map(({ phone, assigned }) => ({ phone, assigned }))]),
  );
}
