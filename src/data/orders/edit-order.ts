import { decideEdit, type EditProblem, type OrderEdit } from '#domain/order-edits.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Query, writeIn } from '../tenant.ts';
import { beginAct, noteOutcomes, type Outcome } from './engine/acts.ts';
import { conflictOf } from './engine/conflict.ts';
import { holdOrder, lockOrders, type OrderNow, readOrders, seenOf } from './engine/read-orders.ts';
import { type OrderChange, recordChanges } from './engine/record-changes.ts';
import { readContext, STAFF } from './engine/staff.ts';
import type { ChangeResult, SeenOrder } from './order.ts';

/**
 * Edits one order without moving it. A case number is of the request: all its orders tell of a new one. Throws NotFound
 * when there is no such order.
 */
export async function editOrder(
  viewer: Viewer,
  { order: seen, edit }: { order: SeenOrder; edit: OrderEdit },
  now: Date,
): Promise<ChangeResult<EditProblem>> {
  demand(viewer, 'orders.edit');
  return writeIn(STAFF, async (query) => {
    const siblings = edit.caseNumber === undefined ? [] : await holdRequest(query, seen);
    const order = await holdOrder(query, seen);
    if (order.version !== seen.version) return conflictOf(query, seen);
    const context = await readContext(query, viewer, pacificDate(now));
    const decision = decideEdit({ ...order.state, caseNumber: order.caseNumber }, edit, context);
    if (decision.kind !== 'change') return decision;
    const { after, caseNumber } = decision;
    const act = await beginAct(query, viewer, { kind: 'edit', what: { edit }, now, applied: true });
    const changes: OrderChange[] = [{ order, after, kind: 'changed', note: edit.note }];
    if (caseNumber !== order.caseNumber) {
      await setCaseNumber(query, order, caseNumber);
      changes.push(...siblings.map((sibling): OrderChange => ({ order: sibling, kind: 'changed' })));
      for (const change of changes)
        change.told = [{ field: 'caseNumber', from: order.caseNumber, to: caseNumber }];
    }
    await recordChanges(query, act, changes);
    await noteOutcomes(
      query,
      act,
      changes.map((change): Outcome => ({ ...seenOf(change.order), outcome: 'changed' })),
    );
    return { kind: 'changed', actId: act.id, version: order.version + 1 };
  });
}

/** Holds all orders of an order's request. Returns the others. */
async function holdRequest(query: Query, { partnerId, orderId }: SeenOrder): Promise<OrderNow[]> {
  const refs = await query<{ partnerId: number; orderId: number }>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId"
     FROM port_order mine JOIN port_order o ON o.partner_id = mine.partner_id AND o.request_id = mine.request_id
     WHERE mine.partner_id = $1 AND mine.id = $2`,
    [partnerId, orderId],
  );
  await lockOrders(query, refs);
  const others = refs.filter((ref) => ref.orderId !== orderId);
  return [...(await readOrders(query, others)).values()];
}

async function setCaseNumber(query: Query, order: OrderNow, caseNumber: string | null): Promise<void> {
  await query('UPDATE port_request SET case_number = $3 WHERE partner_id = $1 AND id = $2', [
    order.partnerId,
    order.requestId,
    caseNumber,
  ]);
}
