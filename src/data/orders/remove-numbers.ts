import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { beginAct, noteOutcomes } from './engine/acts.ts';
import { conflictOf } from './engine/conflict.ts';
import { closedRefusals, leavingRefusals } from './engine/own-phones.ts';
import { problemsOf, readPhones } from './engine/phones.ts';
import { holdOrder, seenOf } from './engine/read-orders.ts';
import { recordChanges } from './engine/record-changes.ts';
import { STAFF } from './engine/staff.ts';
import type { NumbersResult, SeenOrder } from './order.ts';

/**
 * Takes numbers (in any format) out of an open order and its request, with a note that says why. All or none; one number
 * stays at least. Throws NotFound when there is no such order.
 */
export async function removeNumbers(
  viewer: Viewer,
  { order: seen, phones: texts, note }: { order: SeenOrder; phones: readonly string[]; note: string },
  now: Date,
): Promise<NumbersResult> {
  demand(viewer, 'orders.edit');
  return writeIn(STAFF, async (query) => {
    const order = await holdOrder(query, seen);
    if (order.version !== seen.version) return conflictOf(query, seen);
    const { phones, refusals } = readPhones(texts);
    refusals.push(...closedRefusals(order), ...(await leavingRefusals(query, order, phones)));
    const noted = note.trim() === '' ? ['Say in a note why they are taken out.'] : [];
    const problems = [...problemsOf('phones', refusals), ...problemsOf('note', noted)];
    if (problems.length > 0) return { kind: 'refused', problems };

    const what = { verb: 'remove', phones: phones.length };
    const act = await beginAct(query, viewer, { kind: 'numbers', what, now, applied: true });
    await query('DELETE FROM port_number WHERE partner_id = $1 AND order_id = $2 AND phone = ANY ($3)', [
      order.partnerId,
      order.orderId,
      phones,
    ]);
    const { numbers } = order.state;
    const told = [{ field: 'numbers', from: numbers, to: numbers - phones.length }];
    await recordChanges(query, act, [{ order, kind: 'numbers-removed', note, told, numbers: phones }]);
    await noteOutcomes(query, act, [{ ...seenOf(order), outcome: 'changed' }]);
    return { kind: 'changed', actId: act.id, version: order.version + 1 };
  });
}
