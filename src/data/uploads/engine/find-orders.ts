import type { ListedOrder, OrdersFound } from '#domain/carrier-list/choose-order.ts';
import type { RowNames, RowReading } from '#domain/carrier-list/row.ts';
import type { OrderRef } from '#domain/order-changes.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { readOrders } from '../../orders/engine/read-orders.ts';
import type { Query } from '../../tenant.ts';

/** A number and an order that holds it. */
type Holding = OrderRef & { phone: PhoneNumber };

/**
 * Finds every order that a row names in any way, of all partners, each of them once. A number that stands beside the ID of
 * its order is looked for there alone.
 */
export async function findOrders(query: Query, readings: readonly RowReading[]): Promise<OrdersFound> {
  const names = readings.flatMap(({ names }) => (names ? [names] : []));
  const alone = names.filter(({ orderId }) => orderId === null);
  const phones = unique(alone.map(({ phone }) => phone));
  const requestIds = unique(alone.filter(({ phone }) => phone === null).map(({ requestId }) => requestId));
  const withPhone = await query<Holding>(WITH_PHONE, [phones]);
  const withId = await query<OrderRef>(WITH_ID, [unique(names.map(({ orderId }) => orderId))]);
  const looked = new Set(phones);
  const beside = await findBeside(
    query,
    names.filter(({ phone }) => phone !== null && !looked.has(phone)),
    withId,
  );
  const ofRequest = await query<OrderRef & { requestId: string }>(OF_REQUEST, [requestIds, requestIds]);
  const refs = new Map([...withPhone, ...withId, ...ofRequest].map((ref) => [ref.orderId, ref]));
  const orders = new Map(
    [...(await readOrders(query, [...refs.values()]))].map(([orderId, order]): [number, ListedOrder] => {
      const { partnerId, partner, requestId, state } = order;
      return [orderId, { orderId, partnerId, partner, requestId, state }];
    }),
  );
  return {
    byPhone: grouped([...withPhone, ...beside], ({ phone }) => phone, orders),
    byId: new Map(withId.flatMap(({ orderId }) => entryOf(orderId, orders))),
    byRequest: grouped(ofRequest, ({ requestId }) => requestId, orders),
  };
}

// Numbers are kept by partner: one look for each. Orders and requests have indexes of their own over all partners.
const WITH_PHONE = `
  SELECT n.phone, n.partner_id AS "partnerId", n.order_id AS "orderId"
  FROM partner p JOIN port_number n ON n.partner_id = p.id AND n.phone = ANY ($1)`;
const WITH_ID = `
  SELECT partner_id AS "partnerId", id AS "orderId" FROM port_order WHERE id = ANY ($1::bigint[]) AND number_count > 0`;
const BESIDE = `
  SELECT DISTINCT n.phone, n.partner_id AS "partnerId", n.order_id AS "orderId"
  FROM unnest($1::integer[], $2::bigint[], $3::text[]) AS w (partner_id, order_id, phone)
  JOIN port_number n ON n.partner_id = w.partner_id AND n.order_id = w.order_id AND n.phone = w.phone`;
const OF_REQUEST = `
  SELECT request_id AS "requestId", partner_id AS "partnerId", id AS "orderId"
  FROM port_order WHERE request_seq = ANY ($1::bigint[]) AND request_id = ANY ($2) AND number_count > 0`;

/** The numbers that stand beside the ID of an order and are on it. */
async function findBeside(
  query: Query,
  names: readonly RowNames[],
  orders: readonly OrderRef[],
): Promise<Holding[]> {
  const partners = new Map(orders.map(({ orderId, partnerId }) => [orderId, partnerId]));
  const known = names.filter(({ orderId }) => orderId !== null && partners.has(orderId));
  return query<Holding>(BESIDE, [
    known.map(({ orderId }) => partners.get(orderId ?? 0)),
    known.map(({ orderId }) => orderId),
    known.map(({ phone }) => phone),
  ]);
}

function grouped<Found extends OrderRef, Key>(
  found: readonly Found[],
  keyOf: (found: Found) => Key,
  orders: ReadonlyMap<number, ListedOrder>,
): Map<Key, ListedOrder[]> {
  const groups = new Map<Key, ListedOrder[]>();
  for (const each of found) {
    const order = orders.get(each.orderId);
    const group = groups.get(keyOf(each));
    if (order && group) group.push(order);
    else if (order) groups.set(keyOf(each), [order]);
  }
  return groups;
}

function entryOf(orderId: number, orders: ReadonlyMap<number, ListedOrder>): [number, ListedOrder][] {
  const order = orders.get(orderId);
  return order ? [[orderId, order]] : [];
}

function unique<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
