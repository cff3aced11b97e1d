import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { agentOf, STAFF } from '../orders/engine/staff.ts';
import { writeIn } from '../tenant.ts';
import type { NumberOrderDecided } from './decided.ts';
import { holdNumberOrder, readNumberOrder } from './engine/hold-number-order.ts';
import type { SeenNumberOrder } from './listed-number-order.ts';

/** Refuses an order of new numbers; the partner reads why. Throws NotFound. */
export async function refuseNumberOrder(
  viewer: Viewer,
  { order: seen, because }: { order: SeenNumberOrder; because: string },
  now: Date,
): Promise<NumberOrderDecided> {
  demand(viewer, 'number-orders.decide');
  const { name } = agentOf(viewer);
  return writeIn(STAFF, async (query) => {
    const order = await holdNumberOrder(query, seen);
    if (order.version !== seen.version || order.state !== 'requested') return { kind: 'conflict', order };
    const why = because.trim();
    if (why === '') return { kind: 'refused', problems: ['Say why: the partner reads it.'] };
    await query(
      `UPDATE number_order SET state = 'refused', because = $3, decided_at = $4, decided_by = $5, version = version + 1
       WHERE partner_id = $1 AND id = $2`,
      [order.partnerId, order.id, why, now, name],
    );
    return { kind: 'decided', order: await readNumberOrder(query, order) };
  });
}
