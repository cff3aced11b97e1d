import { type FieldChange, mergeChanges } from '#domain/order-changes.ts';
import type { Query } from '../../tenant.ts';
import type { ChangedOrder, Home } from '../home.ts';
import { FIRST_PHONE } from './first-phone.ts';

const SHOWN = 8;
/** So many changes are looked through: an import may have made tens of thousands. */
const LOOKED_THROUGH = 2_000;
/** So many events of one order are told together. */
const TOLD = 50;

type Row = Omit<ChangedOrder, 'changes' | 'note' | 'isNew'> & { orders: number; looked: number };
type Event = {
  orderId: number;
  kind: string;
  actor: string;
  changes: FieldChange[];
  note: string | null;
};

/**
 * The orders that changed since a moment by others than the viewer itself, the latest first, and how many more there are.
 * What partners do with their numbers is no news of theirs. Reads what row-level security lets through: what is visible.
 */
export async function readChanged(
  query: Query,
  { partnerId, userId }: { partnerId: number; userId: string },
  since: Date,
): Promise<Pick<Home['changed'], 'orders' | 'others' | 'more'>> {
  const rows = await query<Row>(LATEST, [partnerId, since, userId]);
  const events = await query<Event>(EVENTS, [partnerId, since, userId, rows.map(({ orderId }) => orderId)]);
  const orders = rows.map(({ orders: _, looked: __, ...row }) => ({
    ...row,
    ...told(events.filter(({ orderId }) => orderId === row.orderId)),
  }));
  const [first] = rows;
  return {
    orders,
    others: (first?.orders ?? 0) - orders.length,
    more: (first?.looked ?? 0) >= LOOKED_THROUGH,
  };
}

const NEWS = `e.partner_id = $1 AND e.at > $2 AND e.actor_id IS DISTINCT FROM $3::uuid AND e.kind NOT IN ('assigned', 'released')`;

const LATEST = `
  WITH recent AS MATERIALIZED (
    SELECT e.order_id, e.id, e.at FROM order_event e WHERE ${NEWS} ORDER BY e.at DESC LIMIT ${LOOKED_THROUGH}
  ), changed AS (
    SELECT order_id, max(at) AS at, max(id) AS last, count(*) AS events FROM recent GROUP BY order_id
  )
  SELECT o.id AS "orderId", o.request_id AS "requestId", o.account_id AS "accountId", ${FIRST_PHONE} AS phone,
    coalesce(a.company_name, a.username) AS company, o.detailed_status AS "detailedStatus", o.number_count AS numbers,
    c.at, c.events, count(*) OVER () AS orders, (SELECT count(*) FROM recent) AS looked
  FROM changed c
  JOIN port_order o ON o.partner_id = $1 AND o.id = c.order_id AND o.number_count > 0
  JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id
  ORDER BY c.at DESC, c.last DESC LIMIT ${SHOWN}`;

const EVENTS = `
  SELECT e.* FROM unnest($4::bigint[]) AS asked (id), LATERAL (
    SELECT e.order_id AS "orderId", e.id, e.kind, e.actor, e.changes, e.note
    FROM order_event e WHERE ${NEWS} AND e.order_id = asked.id
    ORDER BY e.at DESC, e.id DESC LIMIT ${TOLD}
  ) e
  ORDER BY e.id`;

function told(events: readonly Event[]): Pick<ChangedOrder, 'changes' | 'note' | 'isNew'> {
  const noted = events.findLast(({ note }) => note !== null);
  return {
    isNew: events.some(({ kind }) => kind === 'created'),
    changes: mergeChanges(events.map(({ changes }) => changes)),
    note: noted?.note ? { text: noted.note, by: noted.actor } : null,
  };
}
