import type { Query } from '../../tenant.ts';
import type { Conflict, SeenOrder } from '../order.ts';
import { readDetail } from './detail.ts';
import { changesSince } from './who-changed.ts';

/** What to tell an asker whose order has been changed since it was seen. */
export async function conflictOf(query: Query, seen: SeenOrder): Promise<Conflict> {
  const order = await readDetail(query, seen.orderId);
  const since = (await changesSince(query, [seen])).get(seen.orderId);
  const unknown = { by: order.changedBy ?? 'Somebody', at: order.updatedAt, changes: [] };
  return { kind: 'conflict', ...(since ?? unknown), order };
}
