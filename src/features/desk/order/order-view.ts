import type { HistoryEntry } from '#data/orders/engine/history.ts';
import type { OrderDetail } from '#data/orders/order.ts';
import type { SetupTransfer } from '#data/setups/setup.ts';
import type { MoveContext, OrderState } from '#domain/moves.ts';
import { ORDER_FIELDS } from '#domain/order-changes.ts';
import type { ReasonChoice } from '../move/reason-field.tsx';
import type { OrderUrl } from './url.ts';

/** Where an order stands in the queue that it was opened from. */
export type QueuePlace = {
  label: string;
  href: string;
  /** Null when it is in the queue no more; `place` and `total` are null where there are too many to count. */
  at: { place: number | null; total: number | null } | null;
  previous: number | null;
  next: number | null;
};

/** All that the page of an order shows. */
export type OrderView = {
  url: OrderUrl;
  order: OrderDetail;
  /** Of the order, or of the number that the address names. `older` is from where older ones are read; null when there are none. */
  history: { entries: HistoryEntry[]; older: number | null };
  reasons: ReasonChoice[];
  context: MoveContext;
  /** Whether the viewer may correct: leads alone. */
  corrects: boolean;
  queue: QueuePlace | null;
  /** What came with the request from the set-up of its account, the secrets masked; null for one of another origin. */
  transfer: Omit<SetupTransfer, 'orders' | 'pasted'> | null;
  /** Whether single keys act by themselves. */
  letters: boolean;
};

/** An order as the domain decides on it. */
export function stateOf(order: OrderDetail): OrderState {
  const fields = Object.fromEntries(ORDER_FIELDS.map((field) => [field, order[field]]));
  return { ...fields, type: order.type, numbers: order.numbers } as OrderState;
}
