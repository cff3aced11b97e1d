import type { SeenOrder } from '#data/orders/order.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { OrderRef } from '#domain/order-changes.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { NumberType } from '#domain/status.ts';
import type { UserRole, Viewer } from '#domain/viewer.ts';
import { type Account, makeAccount, type Order, type OrderFacts } from './factories.ts';
import { asOwner } from './owner.ts';
import { makeUser } from './users.ts';
import { viewerOf } from './viewers.ts';

/** A Tuesday, 9 in the morning Pacific. */
export const NOW = new Date('2026-11-24T17:00:00Z');
export const TODAY = '2026-11-24' as CalendarDate;
/** Business days after it. */
export const TOMORROW = '2026-11-25' as CalendarDate;
export const NEXT_WEEK = '2026-12-02' as CalendarDate;

/** So many seconds after NOW. */
export function later(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}

/** Somebody of the porting team, who is in the database. */
export async function makeAgent(
  role: Extract<UserRole, 'agent' | 'lead'> = 'agent',
): Promise<Viewer & { name: string }> {
  return viewerOf(await makeUser({ role })) as Viewer & { name: string };
}

export function refOf({ id, request }: Order): OrderRef {
  return { partnerId: request.account.partner.id, orderId: id };
}

/** An order as somebody saw it. */
export function seen(order: Order, version = 1): SeenOrder {
  return { ...refOf(order), version };
}

/** Many orders of one account at once, each of its own request, with one number. */
export async function makeOrders(
  facts: readonly Partial<OrderFacts>[],
  given: { account?: Account } = {},
): Promise<(OrderRef & { requestId: string; phone: string })[]> {
  const account = given.account ?? (await makeAccount());
  const rows = facts.map((each, i) => ({
    request_id: String(800_000 + i),
    toll_free: each.type === 'toll-free',
    phone: each.type === 'toll-free' ? '+18665550100' : '+19075550100',
    detailed_status: each.detailedStatus ?? 'submitted',
    foc_on: each.focOn ?? null,
    foc_time: each.focTime ?? null,
    approved_on: each.approvedOn ?? null,
    estimated_on: each.estimatedOn ?? null,
    reject_reason: each.rejectReason ?? null,
  }));
  const values = [account.partner.id, account.id, JSON.stringify(rows)];
  await asOwner(
    `INSERT INTO port_request (partner_id, id, account_id)
     SELECT $1, request_id, $2 FROM jsonb_to_recordset($3::jsonb) AS r (request_id text)`,
    values,
  );
  const made = await asOwner<{ id: string; request_id: string }>(
    `INSERT INTO port_order (partner_id, request_id, account_id, toll_free, detailed_status, foc_on, foc_time, approved_on, estimated_on, reject_reason, created_on)
     SELECT $1, request_id, $2, toll_free, detailed_status, foc_on, foc_time, approved_on, estimated_on, reject_reason, date '2026-11-02'
     FROM jsonb_to_recordset($3::jsonb) AS r (request_id text, toll_free boolean, detailed_status detailed_status,
       foc_on date, foc_time time, approved_on date, estimated_on date, reject_reason text)
     RETURNING id, request_id`,
    values,
  );
  await asOwner(
    `INSERT INTO port_number (partner_id, request_id, phone, order_id)
     SELECT $1, r.request_id, r.phone, o.id FROM jsonb_to_recordset($3::jsonb) AS r (request_id text, phone text)
     JOIN port_order o ON o.partner_id = $1 AND o.account_id = $2 AND o.request_id = r.request_id`,
    values,
  );
  const ids = new Map(made.map(({ id, request_id }) => [request_id, Number(id)]));
  return rows.map(({ request_id, phone }) => ({
    partnerId: account.partner.id,
    orderId: ids.get(request_id) ?? 0,
    requestId: request_id,
    phone,
  }));
}

/** Everything of orders but who changed them when, and how often: what undoing must put back. Oldest first. */
export async function fieldsOf(...ids: number[]): Promise<Record<string, unknown>[]> {
  const rows = await asOwner<{ order: Record<string, unknown> }>(
    `SELECT to_jsonb(o) - '{version,updated_at,changed_by,foc_moves}'::text[] || jsonb_build_object('phones', (
       SELECT coalesce(jsonb_agg(n.phone ORDER BY n.phone), '[]') FROM port_number n WHERE n.order_id = o.id
     )) AS order FROM port_order o WHERE o.id = ANY ($1) ORDER BY o.id`,
    [ids],
  );
  return rows.map(({ order }) => order);
}

export type EventNow = {
  order: number;
  kind: string;
  actor: string;
  at: Date;
  changes: { field: string; from: unknown; to: unknown }[];
  note: string | null;
  visible: boolean;
  numbers: string[];
  version: number | null;
};

/** The events of orders, in the order in which they were written. */
export async function eventsOf(...ids: number[]): Promise<EventNow[]> {
  return asOwner<EventNow>(
    `SELECT order_id::int AS order, kind, actor, at, changes, note, visible_to_partner AS visible, numbers, version
     FROM order_event WHERE order_id = ANY ($1) ORDER BY id`,
    [ids],
  );
}

/** Versions of orders, oldest order first. */
export async function versionsOf(...ids: number[]): Promise<number[]> {
  const rows = await asOwner('SELECT version FROM port_order WHERE id = ANY ($1) ORDER BY id', [ids]);
  return rows.map(({ version }) => version);
}

/** Fictitious numbers that no order has, in E.164: what other tests made with theirs is on open orders of the same database. */
export async function freePhones(count: number, type: NumberType = 'local'): Promise<PhoneNumber[]> {
  const rows = await asOwner<{ phone: PhoneNumber }>(
    `SELECT phone FROM (
       SELECT '+1' || area || '55501' || lpad(n::text, 2, '0') AS phone
       FROM generate_series(201, 989) AS area, generate_series(0, 99) AS n
       WHERE CASE WHEN $2 THEN area IN (855, 877)
         ELSE area % 100 NOT IN (0, 11, 22, 33, 44, 55, 66, 77, 88) AND area / 10 % 10 <> 9 END
     ) fictitious
     WHERE NOT EXISTS (SELECT FROM port_number n WHERE n.phone = fictitious.phone)
     ORDER BY random() LIMIT $1`,
    [count, type === 'toll-free'],
  );
  return rows.map(({ phone }) => phone).toSorted();
}
