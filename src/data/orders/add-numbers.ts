import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { beginAct, noteOutcomes } from './engine/acts.ts';
import { conflictOf } from './engine/conflict.ts';
import { closedRefusals } from './engine/own-phones.ts';
import { heldBy, holdersOf, lockPhones, ofOtherType, problemsOf, readPhones } from './engine/phones.ts';
import { holdOrder, seenOf } from './engine/read-orders.ts';
import { recordChanges } from './engine/record-changes.ts';
import { STAFF } from './engine/staff.ts';
import type { NumbersResult, SeenOrder } from './order.ts';

/**
 * Adds numbers (in any format) to an open order. All or none: one that is none, is of the other type, stands twice, or is
 * on an open order of any partner is refused by name. Throws NotFound when there is no such order.
 */
export async function addNumbers(
  viewer: Viewer,
  { order: seen, phones: texts, note }: { order: SeenOrder; phones: readonly string[]; note?: string },
  now: Date,
): Promise<NumbersResult> {
  demand(viewer, 'orders.edit');
  return writeIn(STAFF, async (query) => {
    const order = await holdOrder(query, seen);
    if (order.version !== seen.version) return conflictOf(query, seen);
    const { phones, refusals } = readPhones(texts);
    refusals.push(...closedRefusals(order), ...ofOtherType(phones, order.state.type));
    await lockPhones(query, phones);
    refusals.push(...heldBy(await holdersOf(query, phones, order)));
    if (refusals.length > 0) return { kind: 'refused', problems: problemsOf('phones', refusals) };

    const what = { verb: 'add', phones: phones.length };
    const act = await beginAct(query, viewer, { kind: 'numbers', what, now, applied: true });
    await query(
      `INSERT INTO port_number (partner_id, request_id, order_id, phone, added_at)
       SELECT $1, $2, $3, phone, $5 FROM unnest($4::text[]) AS phone`,
      [order.partnerId, order.requestId, order.orderId, phones, now],
    );
    const { numbers } = order.state;
    const told = [{ field: 'numbers', from: numbers, to: numbers + phones.length }];
    await recordChanges(query, act, [{ order, kind: 'numbers-added', note, told, numbers: phones }]);
    await noteOutcomes(query, act, [{ ...seenOf(order), outcome: 'changed' }]);
    return { kind: 'changed', actId: act.id, version: order.version + 1 };
  });
}
