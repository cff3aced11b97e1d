import { COLUMNS } from '#domain/columns.ts';
import type { ReportFilters, ReportPageRow } from '#domain/report-request.ts';
import type { Query } from '../../tenant.ts';
import type { Placed } from './arrangement.ts';
import { bindings } from './bindings.ts';
import { narrows, orderFilter } from './order-filter.ts';
import { DEFAULT_ORDER } from './order-sort.ts';

const SELECTED = [
  ...COLUMNS.map(({ key, kind, sql }) => `${kind === 'time' ? hoursAndMinutes(sql) : sql} AS "${key}"`),
  'o.id AS "orderId"',
  'o.toll_free AS "tollFree"',
].join(', ');

function numbersOf(partner: string): string {
  return `JOIN port_number n ON n.partner_id = ${partner} AND n.order_id = named.order_id ${JOINED}`;
}

const JOINED = `
  JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
  JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id
  JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id`;

/** The first rows under a filter of orders (over `o`) in the default order, from one statement. */
export async function firstRows(
  query: Query,
  partnerId: number,
  filters: ReportFilters,
  size: number,
): Promise<ReportPageRow[]> {
  const { values, bind } = bindings();
  // As many orders as rows: none is empty. Written out, because a plan that is kept does not know a parameter.
  const named = `(
    SELECT o.id AS order_id, row_number() OVER (ORDER BY ${DEFAULT_ORDER}) AS place
    FROM port_order o WHERE ${orderFilter(partnerId, filters, bind)}
    ORDER BY ${DEFAULT_ORDER} LIMIT ${Number(size)}
  ) named`;
  const text = `SELECT ${SELECTED} FROM ${named} ${numbersOf(bind(partnerId, 'integer'))}
    ORDER BY named.place, n.phone LIMIT ${Number(size)}`;
  return query<ReportPageRow>(text, values, narrows(filters) ? undefined : `report-first-${size}`);
}

/** The rows of orders, in the order in which they are named, within an order by phone number; `skip` are left out. */
export async function rowsOfOrders(
  query: Query,
  partnerId: number,
  orderIds: readonly number[],
  skip: number,
  size: number,
): Promise<ReportPageRow[]> {
  if (orderIds.length === 0) return [];
  const named = 'unnest($1::bigint[]) WITH ORDINALITY AS named (order_id, place)';
  const text = `SELECT ${SELECTED} FROM ${named} ${numbersOf('$2')}
    ORDER BY named.place, n.phone LIMIT $3::integer OFFSET $4::bigint`;
  return query<ReportPageRow>(text, [orderIds, partnerId, size, skip], 'report-rows');
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
