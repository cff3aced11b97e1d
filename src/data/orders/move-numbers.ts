import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { beginAct, noteOutcomes } from './engine/acts.ts';
import { conflictOf } from './engine/conflict.ts';
import { closedRefusals, leavingRefusals, moveBetween, movedNumbers } from './engine/own-phones.ts';
import { ofOtherType, problemsOf, readPhones } from './engine/phones.ts';
import { holdOrder, lockOrders, seenOf } from './engine/read-orders.ts';
import { recordChanges } from './engine/record-changes.ts';
import { STAFF } from './engine/staff.ts';
import type { NumbersResult, SeenOrder } from './order.ts';

/**
 * Moves numbers (in any format) from one open order to another of the same request. `version` of the result is that of
 * the order that they left. Throws NotFound when one of the two is not there.
 */
export async function moveNumbers(
  viewer: Viewer,
  { from: seen, to, phones: texts }: { from: SeenOrder; to: number; phones: readonly string[] },
  now: Date,
): Promise<NumbersResult> {
  demand(viewer, 'orders.edit');
  return writeIn(STAFF, async (query) => {
    const target = { partnerId: seen.partnerId, orderId: to };
    await lockOrders(query, [seen, target]);
    const [order, other] = [await holdOrder(query, seen), await holdOrder(query, target)];
    if (order.version !== seen.version) return conflictOf(query, seen);
    const { phones, refusals } = readPhones(texts);
    refusals.push(...closedRefusals(order), ...ofOtherType(phones, other.state.type));
    refusals.push(...(await leavingRefusals(query, order, phones)));
    const problems = [
      ...problemsOf('phones', refusals),
      ...problemsOf('to', [...closedRefusals(other), ...strangers(order, other)]),
    ];
    if (problems.length > 0) return { kind: 'refused', problems };

    const what = { verb: 'move', to, phones: phones.length };
    const act = await beginAct(query, viewer, { kind: 'numbers', what, now, applied: true });
    const way = { from: order.orderId, to, phones };
    await moveBetween(query, act, { ...way, from: order });
    await recordChanges(query, act, [movedNumbers(other, phones.length, way)]);
    await noteOutcomes(
      query,
      act,
      [order, other].map((each) => ({ ...seenOf(each), outcome: 'changed' })),
    );
    return { kind: 'changed', actId: act.id, version: order.version + 1 };
  });
}

function strangers(
  order: { orderId: number; requestId: string },
  other: { orderId: number; requestId: string },
): string[] {
  if (order.orderId === other.orderId) return ['The numbers are on this order already.'];
  if (order.requestId === other.requestId) return [];
  return [`Order ${other.orderId} is of another request, ${other.requestId}.`];
}
