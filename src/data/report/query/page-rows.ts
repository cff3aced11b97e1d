import { COLUMNS } from '#domain/columns.ts';
import type { ReportPageRow } from '#domain/report-request.ts';
import type { Query } from '../../tenant.ts';
import type { Placed } from './arrangement.ts';
import { bindings } from './bindings.ts';

const SELECTED = [
  ...COLUMNS.map(({ key, kind, sql }) => `${kind === 'time' ? hoursAndMinutes(sql) : sql} AS "${key}"`),
  'o.id AS "orderId"',
  'o.toll_free AS "tollFree"',
].join(', ');

const JOINED = `
  JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
  JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id
  JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id`;

/** The rows of orders, in the order in which they are named, within an order by phone number; `skip` are left out. */
export async function rowsOfOrders(
  query: Query,
  partnerId: number,
  orderIds: readonly number[],
  skip: number,
  size: number,
): Promise<ReportPageRow[]> {
  if (orderIds.length === 0) return [];
  const { values, bind } = bindings();
  return query<ReportPageRow>(
    `SELECT ${SELECTED}
     FROM unnest(${bind(orderIds, 'bigint[]')}) WITH ORDINALITY AS named (order_id, place)
     JOIN port_number n ON n.partner_id = ${bind(partnerId)} AND n.order_id = named.order_id ${JOINED}
     ORDER BY named.place, n.phone LIMIT ${bind(size, 'integer')} OFFSET ${bind(skip, 'bigint')}`,
    values,
  );
}

/** The rows of single numbers, in the order in which they are named. */
export async function rowsOfNumbers(
  query: Query,
  partnerId: number,
  numbers: readonly Placed[],
): Promise<ReportPageRow[]> {
  if (numbers.length === 0) return [];
  const { values, bind } = bindings();
  const orderIds = bind(
    numbers.map(({ orderId }) => orderId),
    'bigint[]',
  );
  const phones = bind(
    numbers.map(({ phone }) => phone),
    'text[]',
  );
  return query<ReportPageRow>(
    `SELECT ${SELECTED}
     FROM unnest(${orderIds}, ${phones}) WITH ORDINALITY AS named (order_id, phone, place)
     JOIN port_number n ON n.partner_id = ${bind(partnerId)} AND n.order_id = named.order_id AND n.phone = named.phone ${JOINED}
     ORDER BY named.place`,
    values,
  );
}

/** `10:00`, without seconds. */
function hoursAndMinutes(sql: string): string {
  return `left(${sql}::text, 5)`;
}
