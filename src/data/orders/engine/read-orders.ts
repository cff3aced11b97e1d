import type { OrderState } from '#domain/moves.ts';
import { NotFound } from '#domain/not-found.ts';
import { ORDER_FIELDS, type OrderRef } from '#domain/order-changes.ts';
import type { OrderFields } from '#domain/order-rules.ts';
import { ORDER_COLUMNS } from '../../imports/order-columns.ts';
import type { Query } from '../../tenant.ts';
import type { NamedOrder, SeenOrder } from '../order.ts';

/** An order as it is now. */
export type OrderNow = NamedOrder & {
  accountId: string;
  caseNumber: string | null;
  version: number;
  statusSince: Date;
  state: OrderState;
};

/** The fields of OrderFields in SQL, of the port_order that is called o. */
export const FIELDS = [
  `CASE WHEN o.toll_free THEN 'toll-free' ELSE 'local' END AS type`,
  ...ORDER_COLUMNS.map(({ key, column }) =>
    key === 'focTime' ? `to_char(o.foc_time, 'HH24:MI') AS "focTime"` : `o.${column} AS "${key}"`,
  ),
].join(', ');

/** Parts a row of FIELDS from whatever else it has. */
export function fieldsOf(row: OrderFields): OrderFields {
  const fields = Object.fromEntries(ORDER_FIELDS.map((key) => [key, row[key]]));
  return { ...fields, type: row.type } as OrderFields;
}

/**
 * Holds orders until the transaction ends, always in the same order, so that two who want some of the same wait for one
 * another instead of for ever. Read them afterwards: what another transaction did to them is visible then.
 */
export async function lockOrders(query: Query, refs: readonly OrderRef[]): Promise<void> {
  await query(`SELECT FROM ${WANTED} ORDER BY o.partner_id, o.id FOR NO KEY UPDATE OF o`, columnsOf(refs));
}

/** Orders by their id. Throws NotFound when one is not there. */
export async function readOrders(query: Query, refs: readonly OrderRef[]): Promise<Map<number, OrderNow>> {
  const rows = await query<OrderFields & Omit<OrderNow, 'state'> & { numbers: number }>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId", o.request_id AS "requestId", o.account_id AS "accountId",
       o.version, o.status_since AS "statusSince", o.number_count AS numbers, p.name AS partner,
       a.company_name AS company, r.case_number AS "caseNumber", ${FIELDS}
     FROM ${WANTED}
     JOIN partner p ON p.id = o.partner_id
     JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id
     JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id`,
    columnsOf(refs),
  );
  if (rows.length !== refs.length) throw new NotFound('order');
  return new Map(rows.map((row) => [row.orderId, orderNow(row)]));
}

/** One order, held (see lockOrders). */
export async function holdOrder(query: Query, ref: OrderRef): Promise<OrderNow> {
  await lockOrders(query, [ref]);
  const order = (await readOrders(query, [ref])).get(ref.orderId);
  if (!order) throw new NotFound('order');
  return order;
}

/** An order's name alone. */
export function nameOf({ partnerId, orderId, requestId, partner, company }: NamedOrder): NamedOrder {
  return { partnerId, orderId, requestId, partner, company };
}

/** An order and its version alone. */
export function seenOf({ partnerId, orderId, version }: SeenOrder): SeenOrder {
  return { partnerId, orderId, version };
}

const WANTED = `unnest($1::integer[], $2::bigint[]) AS wanted (partner_id, order_id)
     JOIN port_order o ON o.partner_id = wanted.partner_id AND o.id = wanted.order_id`;

function columnsOf(refs: readonly OrderRef[]): [number[], number[]] {
  return [refs.map(({ partnerId }) => partnerId), refs.map(({ orderId }) => orderId)];
}

function orderNow(row: OrderFields & Omit<OrderNow, 'state'> & { numbers: number }): OrderNow {
  const { accountId, caseNumber, version, statusSince, numbers } = row;
  const state = { ...fieldsOf(row), numbers };
  return { ...nameOf(row), accountId, caseNumber, version, statusSince, state };
}
