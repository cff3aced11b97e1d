import 'server-only';
import { listHolidays } from '#data/holidays/list-holidays.ts';
import { listHistory } from '#data/orders/list-history.ts';
import { numberHistory } from '#data/orders/number-history.ts';
import type { OrderDetail } from '#data/orders/order.ts';
import { readOrder } from '#data/orders/read-order.ts';
import { readPreferences } from '#data/preferences/read-preferences.ts';
import { listRejectReasons } from '#data/reject-reasons/list-reject-reasons.ts';
import { NotFound } from '#domain/not-found.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { may } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { openTransfer } from './open-transfer.ts';
import type { OrderView } from './order-view.ts';
import { queuePlace } from './queue-place.ts';
import type { OrderUrl } from './url.ts';

/** Opens one order with its history, and its place in the queue that it was opened from. Throws NotFound. */
export async function openOrder(viewer: Viewer, url: OrderUrl, now: Date): Promise<OrderView> {
  const [order, reasons, holidays, preferences] = await Promise.all([
    readOrder(viewer, url.orderId),
    listRejectReasons(viewer),
    listHolidays(viewer),
    readPreferences(viewer),
  ]);
  const context = { role: viewer.role, today: pacificDate(now), holidays };
  const [history, queue, transfer] = await Promise.all([
    readHistory(viewer, url, order),
    queuePlace(viewer, url, context),
    openTransfer(viewer, order),
  ]);
  const corrects = may(viewer, 'orders.correct');
  const letters = preferences.shortcuts ?? true;
  return { url, order, history, reasons, context, corrects, queue, transfer, letters };
}

async function readHistory(viewer: Viewer, url: OrderUrl, order: OrderDetail): Promise<OrderView['history']> {
  if (url.phone) {
    const { partnerId, requestId } = order;
    const entries = await numberHistory(viewer, { partnerId, requestId, phone: url.phone }).catch(noneSuch);
    return { entries, older: null };
  }
  const { entries, more } = await listHistory(viewer, url.orderId, url.history, url.before ?? undefined);
  return { entries, older: more ? (entries.at(-1)?.id ?? null) : null };
}

/** A number that the request never had has no history. */
function noneSuch(error: unknown): [] {
  if (error instanceof NotFound) return [];
  throw error;
}
