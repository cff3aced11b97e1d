import type { OrderRef } from '#domain/order-changes.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { holdOrder } from './engine/read-orders.ts';
import { writeEvents } from './engine/record-changes.ts';
import { agentOf, STAFF } from './engine/staff.ts';

/** What came of it; `newer` when the partner has written again since the message that was seen last. */
export type Handled = { kind: 'handled' } | { kind: 'already' } | { kind: 'newer' };

/**
 * Takes an order off the list of those whose partner waits for an answer of the porting team, up to the message that was
 * seen last: a newer one keeps it there. The partner can read that it was dealt with. Throws NotFound when there is no
 * such order.
 */
export async function handleReplies(
  viewer: Viewer,
  { order: ref, seen }: { order: OrderRef; seen: number },
  now: Date,
): Promise<Handled> {
  demand(viewer, 'replies.handle');
  const { userId, name } = agentOf(viewer);
  return writeIn(STAFF, async (query) => {
    const { partnerId, orderId } = await holdOrder(query, ref);
    const [newer] = await query(
      `SELECT FROM order_event WHERE partner_id = $1 AND order_id = $2 AND kind = 'message' AND id > $3 LIMIT 1`,
      [partnerId, orderId, seen],
    );
    if (newer) return { kind: 'newer' };
    const cleared = await query(
      `UPDATE port_order SET replied_at = NULL WHERE partner_id = $1 AND id = $2 AND replied_at IS NOT NULL
       RETURNING id`,
      [partnerId, orderId],
    );
    if (cleared.length === 0) return { kind: 'already' };
    await writeEvents(query, { id: null, actorId: userId, actor: name, now }, [
      {
        ...{ partnerId, orderId, kind: 'handled', changes: [], note: null, visible: true, numbers: [] },
        ...{ version: null, statusSinceWas: null },
      },
    ]);
    return { kind: 'handled' };
  });
}
