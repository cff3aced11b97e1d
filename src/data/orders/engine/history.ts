import type { FieldChange } from '#domain/order-changes.ts';
import type { Query } from '../../tenant.ts';

/** One event of an order. `numbers` are the first 100 of those it is about, `numberCount` says how many there are. */
export type HistoryEntry = {
  id: number;
  orderId: number;
  at: Date;
  actor: string;
  kind:
    | 'created'
    | 'changed'
    | 'corrected'
    | 'undone'
    | 'numbers-moved'
    | 'numbers-added'
    | 'numbers-removed'
    | 'note';
  changes: FieldChange[];
  note: string | null;
  visibleToPartner: boolean;
  numbers: string[];
  numberCount: number;
  actId: string | null;
};

/** Events `e` (order_event) under a condition, the newest first. */
export async function readEntries(
  query: Query,
  where: string,
  limit: number,
  values: readonly unknown[],
): Promise<HistoryEntry[]> {
  return query<HistoryEntry>(
    `SELECT e.id, e.order_id AS "orderId", e.at, e.actor, e.kind, e.changes, e.note,
       e.visible_to_partner AS "visibleToPartner", e.numbers[1:100] AS numbers,
       cardinality(e.numbers) AS "numberCount", e.act_id AS "actId"
     FROM order_event e WHERE ${where} ORDER BY e.id DESC LIMIT ${limit}`,
    values,
  );
}
