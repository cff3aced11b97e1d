import { formatPhoneNumber, type PhoneNumber } from '#domain/phone-number.ts';
import { DETAILED_FACTS, isOpen } from '#domain/status.ts';
import type { Query } from '../../tenant.ts';
import type { Act } from './acts.ts';
import type { Refusals } from './phones.ts';
import type { OrderNow } from './read-orders.ts';
import { type OrderChange, recordChanges } from './record-changes.ts';

/** Those that are not in the order, by name; and that one number at least must stay in it. */
export async function leavingRefusals(
  query: Query,
  order: OrderNow,
  phones: readonly PhoneNumber[],
): Promise<Refusals> {
  const rows = await query<{ phone: PhoneNumber }>(
    'SELECT phone FROM port_number WHERE partner_id = $1 AND order_id = $2 AND phone = ANY ($3)',
    [order.partnerId, order.orderId, phones],
  );
  const own = new Set(rows.map(({ phone }) => phone));
  const refusals = phones
    .filter((phone) => !own.has(phone))
    .map((phone) => `${formatPhoneNumber(phone)} is not on order ${order.orderId}.`);
  if (own.size === order.state.numbers && refusals.length === 0) {
    refusals.push(`At least one number must stay on order ${order.orderId}: an order is never empty.`);
  }
  return refusals;
}

/** That an order is closed: its numbers stay where they are. */
export function closedRefusals({ orderId, state }: OrderNow): Refusals {
  if (isOpen(state.detailedStatus)) return [];
  return [`Order ${orderId} is ${DETAILED_FACTS[state.detailedStatus].label}: its numbers stay as they are.`];
}

/** Takes numbers from an order that is held to another one, and tells of it at the first. */
export async function moveBetween(
  query: Query,
  act: Act,
  { from, to, phones }: { from: OrderNow; to: number; phones: readonly PhoneNumber[] },
): Promise<void> {
  await query(
    'UPDATE port_number SET order_id = $3 WHERE partner_id = $1 AND order_id = $2 AND phone = ANY ($4)',
    [from.partnerId, from.orderId, to, phones],
  );
  await recordChanges(query, act, [movedNumbers(from, -phones.length, { from: from.orderId, to, phones })]);
}

/** What is told of an order that lost or gained numbers to or from another one. */
export function movedNumbers(
  order: OrderNow,
  gain: number,
  { from, to, phones }: { from: number; to: number; phones: readonly PhoneNumber[] },
): OrderChange {
  const { numbers } = order.state;
  const told = [
    { field: 'numbers', from: numbers, to: numbers + gain },
    { field: 'order', from, to },
  ];
  return { order, kind: 'numbers-moved', told, numbers: phones };
}
