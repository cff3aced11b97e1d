import type { OrderState } from '../moves.ts';
import { formatPhoneNumber, type PhoneNumber } from '../phone-number.ts';
import { isOpen } from '../status.ts';
import type { RowNames } from './row.ts';

/** An order that a list may be about, as it stands. */
export type ListedOrder = {
  orderId: number;
  partnerId: number;
  partner: string;
  requestId: string;
  state: OrderState;
};

/** What was found for the names of a list, over all partners, closed orders too. */
export type OrdersFound = {
  byPhone: ReadonlyMap<PhoneNumber, readonly ListedOrder[]>;
  byId: ReadonlyMap<number, ListedOrder>;
  byRequest: ReadonlyMap<string, readonly ListedOrder[]>;
};

export type Chosen = { order: ListedOrder } | { because: string };

/**
 * The order that a row names, or why it names none. A number or request that several open orders have names none of them;
 * of closed orders the newest is taken, so that what a list repeats of it is told as such. All names of a row must agree.
 */
export function chooseOrder(names: RowNames, found: OrdersFound): Chosen {
  if (names.orderId !== null) return byId(names.orderId, names, found);
  if (names.phone !== null) return byPhone(names.phone, names.requestId, found);
  return byRequest(names.requestId ?? '', found);
}

function byId(orderId: number, { phone, requestId }: RowNames, { byId, byPhone }: OrdersFound): Chosen {
  const order = byId.get(orderId);
  if (!order) return { because: `There is no order ${orderId}.` };
  if (requestId !== null && requestId !== order.requestId) {
    return { because: `Order ${orderId} is of request ${order.requestId}, not of ${requestId}.` };
  }
  if (phone !== null && !byPhone.get(phone)?.some((other) => other.orderId === orderId)) {
    return { because: `${formatPhoneNumber(phone)} is not on order ${orderId}.` };
  }
  return { order };
}

function byPhone(phone: PhoneNumber, requestId: string | null, found: OrdersFound): Chosen {
  const shown = formatPhoneNumber(phone);
  const all = found.byPhone.get(phone) ?? [];
  const orders = requestId === null ? all : all.filter((order) => order.requestId === requestId);
  if (orders.length === 0) {
    return {
      because: requestId === null ? `${shown} is on no order.` : `${shown} is not on request ${requestId}.`,
    };
  }
  const open = orders.filter(({ state }) => isOpen(state.detailedStatus));
  if (open.length > 1) {
    return { because: `${shown} is on more than one open order: ${listed(open)}. Name the order.` };
  }
  return { order: newest(open.length === 1 ? open : orders) };
}

function byRequest(requestId: string, found: OrdersFound): Chosen {
  const orders = found.byRequest.get(requestId) ?? [];
  if (orders.length === 0) return { because: `There is no request ${requestId}.` };
  if (new Set(orders.map(({ partnerId }) => partnerId)).size > 1) {
    return { because: `Several partners have a request ${requestId}: ${listed(orders)}. Name the order.` };
  }
  const open = orders.filter(({ state }) => isOpen(state.detailedStatus));
  if (open.length > 1) {
    return {
      because: `Request ${requestId} has ${open.length} open orders: ${listed(open)}. Name the order or a number.`,
    };
  }
  if (open.length === 0 && orders.length > 1) return { because: `Request ${requestId} has no open order.` };
  return { order: newest(open.length === 1 ? open : orders) };
}

function newest(orders: readonly ListedOrder[]): ListedOrder {
  return orders.reduce((best, next) => (next.orderId > best.orderId ? next : best));
}

/** As many orders are named one by one. */
const NAMED = 5;

function listed(orders: readonly ListedOrder[]): string {
  const names = orders.slice(0, NAMED).map(({ orderId, partner }) => `${orderId} (${partner})`);
  const more = orders.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
