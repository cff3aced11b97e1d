import type { MoveProblem } from '#domain/moves.ts';
import type { FieldChange, OrderRef } from '#domain/order-changes.ts';
import type { OrderFields } from '#domain/order-rules.ts';
import type { DetailedStatus } from '#domain/status.ts';
import type { HistoryEntry } from './engine/history.ts';

/** An order and the version of it that the asker has seen: a change is refused when it is another one by now. */
export type SeenOrder = OrderRef & { version: number };

/** Which order, in words that a list shows. */
export type NamedOrder = OrderRef & { requestId: string; partner: string; company: string | null };

/** One order with all that its page shows. `phones` are E.164, the first 2,000; `numbers` says how many there are. */
export type OrderDetail = OrderFields & {
  partnerId: number;
  orderId: number;
  version: number;
  numbers: number;
  phones: string[];
  statusSince: Date;
  requestId: string;
  caseNumber: string | null;
  partner: { id: number; slug: string; name: string };
  account: { id: string; username: string | null; companyName: string | null };
  /** The other orders of its request that hold numbers. */
  siblings: Sibling[];
  /** Null when nobody has changed it since it was made. */
  changedBy: string | null;
  updatedAt: Date;
  /** What its partner wrote that waits for the porting team; null when nothing does. */
  replies: Replies | null;
};

/** `messages` are the newest of them, at most 5, the newest first; `count` says how many wait. */
export type Replies = { since: Date; count: number; messages: HistoryEntry[] };

export type Sibling = Pick<OrderFields, 'type' | 'focOn' | 'focTime'> & {
  id: number;
  detailedStatus: DetailedStatus;
  numbers: number;
  version: number;
};

/** Somebody changed the order since the asker saw it: who (several by name), when last, what in all, and how it is now. */
export type Conflict = {
  kind: 'conflict';
  by: string;
  at: Date;
  changes: FieldChange[];
  order: OrderDetail;
};

/** What came of changing one order; the act can be undone by its id. */
export type ChangeResult<Problem> =
  | { kind: 'changed'; actId: string; version: number }
  | { kind: 'unchanged' }
  | { kind: 'refused'; problems: Problem[] }
  | Conflict;

/** What is in the way of putting numbers somewhere: with the list, the note, or the order that they shall go to. */
export type NumbersProblem = { field: 'phones' | 'note' | 'to'; because: string };

/** What came of splitting an order: `version` is that of the order that was split. */
export type SplitResult =
  | { kind: 'changed'; actId: string; newOrderId: number; version: number }
  | { kind: 'refused'; problems: (MoveProblem | NumbersProblem)[] }
  | Conflict;

/** What came of changing which numbers an order holds. */
export type NumbersResult =
  | { kind: 'changed'; actId: string; version: number }
  | { kind: 'refused'; problems: NumbersProblem[] }
  | Conflict;
