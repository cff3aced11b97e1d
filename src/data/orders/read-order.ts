import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { readDetail } from './engine/detail.ts';
import { STAFF } from './engine/staff.ts';
import type { OrderDetail } from './order.ts';

/** One order, of whatever partner, with all that its page shows. Throws NotFound when there is no such order. */
export async function readOrder(viewer: Viewer, orderId: number): Promise<OrderDetail> {
  demand(viewer, 'desk.read');
  return readIn(STAFF, (query) => readDetail(query, orderId));
}
