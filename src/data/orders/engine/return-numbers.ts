import type { OrderRef } from '#domain/order-changes.ts';
import type { Query } from '../../tenant.ts';

/** Numbers that an event was about, and between which orders they went; null when they came or left altogether. */
export type NumbersOf = { kind: string; phones: string[]; way: { from: number; to: number } | null };

/** Puts numbers back to the orders that they came from. Returns how many each order gains by it (loses, below zero). */
export async function returnNumbers(
  query: Query,
  done: readonly (OrderRef & { numbers: readonly NumbersOf[] })[],
): Promise<Map<number, number>> {
  const gains = new Map<number, number>();
  const gain = (orderId: number, n: number) => gains.set(orderId, (gains.get(orderId) ?? 0) + n);
  for (const { partnerId, orderId, numbers } of done) {
    for (const { phones, way } of numbers) {
      // Both orders tell of it: the one that got them speaks.
      if (way?.to !== orderId) continue;
      await query(
        'UPDATE port_number SET order_id = $3 WHERE partner_id = $1 AND order_id = $2 AND phone = ANY ($4)',
        [partnerId, way.to, way.from, phones],
      );
      gain(way.to, -phones.length);
      gain(way.from, phones.length);
    }
  }
  return gains;
}
