import type { EventKind } from '#domain/event-title.ts';
import type { FieldChange } from '#domain/order-changes.ts';
import type { Query } from '../../tenant.ts';

/** A file that came with a message, by its id (see documentPath); `size` in bytes. */
export type Attachment = { id: string; fileName: string; size: number };

/** One event of an order. `numbers` are the first 100 of those it is about, `numberCount` says how many there are. */
export type HistoryEntry = {
  id: number;
  orderId: number;
  at: Date;
  actor: string;
  kind: EventKind;
  changes: FieldChange[];
  note: string | null;
  visibleToPartner: boolean;
  numbers: string[];
  numberCount: number;
  actId: string | null;
  /** Of a message. */
  attachments: Attachment[];
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
       cardinality(e.numbers) AS "numberCount", e.act_id AS "actId", ${ATTACHMENTS} AS attachments
     FROM order_event e WHERE ${where} ORDER BY e.id DESC LIMIT ${limit}`,
    values,
  );
}

const ATTACHMENTS = `CASE WHEN e.kind = 'message' THEN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'fileName', d.file_name, 'size', d.size) ORDER BY d.file_name, d.id), '[]')
    FROM document d WHERE d.partner_id = e.partner_id AND d.event_id = e.id
  ) ELSE '[]' END`;
