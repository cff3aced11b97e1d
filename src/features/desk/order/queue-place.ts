import 'server-only';
import type { MoveContext } from '#domain/moves.ts';
import { QUEUE_TAB_LABELS } from '#domain/order-queue.ts';
import type { Viewer } from '#domain/viewer.ts';
import { parseQueueUrl } from '../queue/url.ts';
import type { QueuePlace } from './order-view.ts';
import type { OrderUrl } from './url.ts';

/** Where an order stands in the queue of its address; null when it was not opened from one. */
export async function queuePlace(
  _viewer: Viewer,
  { from }: OrderUrl,
  _context: MoveContext,
): Promise<QueuePlace | null> {
  if (from === null) return null;
  const { request } = parseQueueUrl(new URL(from, 'http://desk').searchParams);
  return { label: QUEUE_TAB_LABELS[request.filter.tab], href: from, at: null, previous: null, next: null };
}
