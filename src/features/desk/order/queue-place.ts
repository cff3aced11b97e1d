import 'server-only';
import { findPlace } from '#data/orders/queue/find-place.ts';
import type { MoveContext } from '#domain/moves.ts';
import { QUEUE_TAB_LABELS } from '#domain/order-queue.ts';
import type { Viewer } from '#domain/viewer.ts';
import { parseQueueUrl } from '../queue/url.ts';
import type { QueuePlace } from './order-view.ts';
import type { OrderUrl } from './url.ts';

/** Where an order stands in the queue of its address; null when it was not opened from one. */
export async function queuePlace(
  viewer: Viewer,
  { from, orderId }: OrderUrl,
  day: MoveContext,
): Promise<QueuePlace | null> {
  if (from === null) return null;
  const { request } = parseQueueUrl(new URL(from, 'http://desk').searchParams);
  const place = await findPlace(viewer, orderId, request, day);
  return { label: QUEUE_TAB_LABELS[request.filter.tab], href: from, ...place };
}
