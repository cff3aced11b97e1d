import type { Move } from '#domain/moves.ts';
import type { FieldChange, OrderRef } from '#domain/order-changes.ts';
import type { QueueFilter } from '#domain/order-queue.ts';
import type { DetailedStatus } from '#domain/status.ts';
import type { NamedOrder } from './order.ts';

/** Acts that are previewed before they are applied. */
export type PreviewedKind = 'move' | 'correction' | 'upload';

/** Whom an act is asked for: each order its own move, one move for a selection, or for all that match a filter. */
export type Asked =
  | { items: readonly (OrderRef & { move: Move })[] }
  | { selection: readonly OrderRef[]; move: Move }
  | { matching: QueueFilter; move: Move };

/** Most orders of one act; what matches beyond is counted, and is for the next act. */
export const ACT_SIZE = 20_000;
/** Most orders that a preview lists of each kind. */
export const LISTED = 200;

export type PreviewedOrder = NamedOrder & { numbers: number; changes: FieldChange[] };

/** Orders that go the same way; `listed` are the first of them. */
export type PreviewGroup = {
  from: DetailedStatus;
  to: DetailedStatus;
  orders: number;
  numbers: number;
  listed: PreviewedOrder[];
};

export type RefusedOrder = { order: NamedOrder; because: string };

/** What an act will do. `numbers` are those of the orders that are ready; `beyond` match the filter, but are too many. */
export type ActPreview = {
  actId: string;
  ready: PreviewGroup[];
  refused: RefusedOrder[];
  counts: { ready: number; refused: number; unchanged: number; numbers: number; beyond: number };
};

/** How far an act is, counted over all of it, also what an earlier call did. `conflicts` are the first 200. */
export type ActProgress = {
  done: boolean;
  changed: number;
  remaining: number;
  conflictCount: number;
  conflicts: RefusedOrder[];
};

/** What came of undoing: `kept` are orders that somebody has changed since, the first 200. */
export type Undone =
  | { kind: 'undone'; undone: number; keptCount: number; kept: RefusedOrder[] }
  | { kind: 'refused'; because: string };
