import type { EventKind } from '#domain/event-title.ts';
import { changesBetween, type FieldChange, type OrderRef } from '#domain/order-changes.ts';
import type { OrderFields } from '#domain/order-rules.ts';
import { ORDER_COLUMNS } from '../../imports/order-columns.ts';
import type { Query } from '../../tenant.ts';
import type { Act } from './acts.ts';
import type { OrderNow } from './read-orders.ts';

/** A change of one order that is held. */
export type OrderChange = {
  order: OrderNow;
  /** Its fields afterwards; without them they stay, and only the event and the version tell. */
  after?: OrderFields;
  kind: 'changed' | 'corrected' | 'undone' | 'numbers-moved' | 'numbers-added' | 'numbers-removed';
  note?: string | null;
  /** What is told beside the fields: counts of numbers, the case number. */
  told?: FieldChange[];
  /** The numbers that it is about, in E.164. */
  numbers?: readonly string[];
  /** When undoing: since when it was in the status that it goes back to. */
  statusSince?: Date;
};

/**
 * Changes orders and writes their events, one of each for an order, in this transaction: the one way in which the desk
 * changes an order. Throws when an order is not at the version that was read.
 */
export async function recordChanges(query: Query, act: Act, changes: readonly OrderChange[]): Promise<void> {
  if (changes.length === 0) return;
  const changed = await query(UPDATE, [JSON.stringify(changes.map(rowOf)), act.now, act.actor]);
  if (changed.length !== changes.length) throw new Error('An order changed although it was held.');
  await writeEvents(query, act, changes.map(eventOf));
}

export type NewEvent = OrderRef & {
  kind: EventKind;
  changes: FieldChange[];
  note: string | null;
  visible: boolean;
  numbers: readonly string[];
  /** The order's version after it; null for an event that changes nothing. */
  version: number | null;
  statusSinceWas: Date | null;
};

/** Writes events, in their order, in which their ids come back. */
export async function writeEvents(query: Query, act: Act, events: readonly NewEvent[]): Promise<number[]> {
  const rows = await query<{ id: number }>(
    `INSERT INTO order_event (partner_id, order_id, at, actor_id, actor, kind, changes, note, visible_to_partner,
       act_id, numbers, version, status_since_was)
     SELECT e."partnerId", e."orderId", $2, $3, $4, e.kind, e.changes, e.note, e.visible,
       $5, e.numbers, e.version, e."statusSinceWas"
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (
       "partnerId" integer, "orderId" bigint, kind text, changes jsonb, note text, visible boolean, numbers text[],
       version integer, "statusSinceWas" timestamptz)) WITH ORDINALITY AS e
     ORDER BY e.ordinality
     RETURNING id`,
    [JSON.stringify(events), act.now, act.actorId, act.actor, act.id],
  );
  return rows.map(({ id }) => id);
}

const UPDATE = `
  UPDATE port_order o SET ${ORDER_COLUMNS.map(({ key, column }) => `${column} = n."${key}"`).join(', ')},
    status_since = coalesce(n."statusSince",
      CASE WHEN n."detailedStatus" <> o.detailed_status THEN $2::timestamptz ELSE o.status_since END),
    version = o.version + 1, changed_by = $3, updated_at = $2::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS n (
    "partnerId" integer, "orderId" bigint, version integer, "statusSince" timestamptz,
    ${ORDER_COLUMNS.map(({ key, type }) => `"${key}" ${type}`).join(', ')})
  WHERE o.partner_id = n."partnerId" AND o.id = n."orderId" AND o.version = n.version
  RETURNING o.id`;

function rowOf({ order, after, statusSince }: OrderChange): object {
  const { partnerId, orderId, version } = order;
  return { ...(after ?? order.state), partnerId, orderId, version, statusSince };
}

function eventOf({ order, after, kind, note, told, numbers }: OrderChange): NewEvent {
  const { partnerId, orderId, version, statusSince } = order;
  const changes = [...changesBetween(order.state, after ?? order.state), ...(told ?? [])];
  const text = note?.trim() || null;
  return {
    ...{ partnerId, orderId, kind, changes, note: text, numbers: numbers ?? [] },
    ...{ visible: true, version: version + 1, statusSinceWas: statusSince },
  };
}
