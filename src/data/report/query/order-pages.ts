import type { Needle } from '#domain/find.ts';
import type { ReportFilters } from '#domain/report-request.ts';
import type { Query } from '../../tenant.ts';
import { type Bind, bindings } from './bindings.ts';
import { orderMatches, phoneMatches } from './needle-match.ts';
import { orderFilter } from './order-filter.ts';
import { type OrderSort, orderBy } from './order-sort.ts';
import type { Span, Stretch } from './stretch.ts';

/** What the statements about one report share: in whose transaction, whose orders, in which order. */
export type Report = { query: Query; partnerId: number; filters: ReportFilters; sort: OrderSort };

/** An order's place in the report: its rows begin at `start` (from 0), its matches after `matchStart` others. */
export type PlacedOrder = {
  id: number;
  rows: number;
  start: number;
  matches: number;
  matchStart: number;
};

/** The stretches of the report in its order, with their rows. Reads the partner's orders once, not its numbers. */
export async function readStretches(report: Report): Promise<Stretch[]> {
  const { query, partnerId, filters, sort } = report;
  const { values, bind } = bindings();
  const where = orderFilter(partnerId, filters, bind);
  return query<Stretch>(
    `SELECT ${sort.bucket} AS bucket, sum(o.number_count)::integer AS rows, 0 AS matches
     FROM port_order o ${sort.joins} WHERE ${where}
     GROUP BY 1 ORDER BY 1 ${sort.descending ? 'DESC' : ''}`,
    values,
  );
}

/** The matches of the stretches that have any, by bucket. */
export async function readMatches(report: Report, needle: Needle): Promise<Map<Stretch['bucket'], number>> {
  const { query, partnerId, filters, sort } = report;
  const { values, bind } = bindings();
  const where = orderFilter(partnerId, filters, bind);
  const order = orderMatches(needle, partnerId, bind);
  const phone = phoneMatches(needle, bind);
  const hits = phone
    ? `LEFT JOIN (
         SELECT n.order_id, count(*) AS hits FROM port_number n
         WHERE n.partner_id = ${bind(partnerId)} AND ${phone} GROUP BY n.order_id
       ) hit ON hit.order_id = o.id`
    : '';
  const rows = await query<{ bucket: Stretch['bucket']; matches: number }>(
    `SELECT ${sort.bucket} AS bucket, sum(CASE WHEN ${order} THEN o.number_count ELSE ${phone ? 'hit.hits' : 'NULL'} END)::integer AS matches
     FROM port_order o ${sort.joins} ${hits}
     WHERE ${where} AND (${order}${phone ? ' OR hit.hits > 0' : ''})
     GROUP BY 1`,
    values,
  );
  return new Map(rows.map(({ bucket, matches }) => [bucket, matches]));
}

/** The orders of a span that hold the rows `from` up to, without, `to`, in their places. */
export async function placeOrders(
  report: Report,
  span: Span,
  from: number,
  to: number,
  needle: Needle | null,
): Promise<PlacedOrder[]> {
  const { query, partnerId, filters, sort } = report;
  const { values, bind } = bindings();
  const where = orderFilter(partnerId, filters, bind);
  const [low, high] = sort.descending ? [span.last, span.first] : [span.first, span.last];
  const before = { rows: bind(span.rowsBefore, 'bigint'), matches: bind(span.matchesBefore, 'bigint') };
  const matches = needle ? matchesOfOrder(needle, partnerId, bind) : '0';
  return query<PlacedOrder>(
    `SELECT id, rows, ${before.rows} + upto - rows AS start, matches, ${before.matches} + match_upto - matches AS "matchStart"
     FROM (
       SELECT o.id, o.rows, o.matches, sum(o.rows) OVER placed AS upto, sum(o.matches) OVER placed AS match_upto
       FROM (
         SELECT o.*, o.number_count AS rows, ${sort.key ?? 'NULL'} AS key, ${matches} AS matches
         FROM port_order o ${sort.joins}
         WHERE ${where} AND ${sort.bucket} >= ${bind(low, sort.type)} AND ${sort.bucket} <= ${bind(high, sort.type)}
       ) o
       WINDOW placed AS (ORDER BY ${orderBy(sort, 'o.key')} ROWS UNBOUNDED PRECEDING)
     ) o
     WHERE ${before.rows} + upto > ${bind(from, 'bigint')} AND ${before.rows} + upto - rows < ${bind(to, 'bigint')}
     ORDER BY upto`,
    values,
  );
}

/** The first orders of the report: enough for `size` rows. Their matches are not counted. */
export async function firstOrders(report: Report, size: number): Promise<PlacedOrder[]> {
  const { query, partnerId, filters, sort } = report;
  const { values, bind } = bindings();
  const where = orderFilter(partnerId, filters, bind);
  const orders = await query<{ id: number; rows: number }>(
    `SELECT o.id, o.number_count AS rows FROM port_order o WHERE ${where} ORDER BY ${orderBy(sort)} LIMIT ${bind(size, 'integer')}`,
    values,
  );
  let start = 0;
  return orders.map(({ id, rows }) => {
    start += rows;
    return { id, rows, start: start - rows, matches: 0, matchStart: 0 };
  });
}

/** How many of the first `among` numbers of an order hold the needle: the facts of the order do not. */
export async function hitsAmongFirst(
  report: Report,
  orderId: number,
  among: number,
  needle: Needle,
): Promise<number> {
  const { values, bind } = bindings();
  const numbers = numbersOfOrder(report.partnerId, orderId, bind);
  const [row] = await report.query<{ hits: number }>(
    `SELECT count(*)::integer AS hits FROM (${numbers} LIMIT ${bind(among, 'integer')}) n WHERE ${phoneMatches(needle, bind)}`,
    values,
  );
  return row?.hits ?? 0;
}

/** The place (from 0) among the numbers of an order of the `k`-th (from 1) that holds the needle. */
export async function placeOfHit(
  report: Report,
  orderId: number,
  k: number,
  needle: Needle,
): Promise<number> {
  const { values, bind } = bindings();
  const numbers = numbersOfOrder(report.partnerId, orderId, bind);
  const [row] = await report.query<{ place: number }>(
    `SELECT place FROM (SELECT n.phone, row_number() OVER (ORDER BY n.phone) - 1 AS place FROM (${numbers}) n) n
     WHERE ${phoneMatches(needle, bind)} ORDER BY place LIMIT 1 OFFSET ${bind(k - 1, 'integer')}`,
    values,
  );
  return row?.place ?? 0;
}

function numbersOfOrder(partnerId: number, orderId: number, bind: Bind): string {
  return `SELECT n.phone FROM port_number n WHERE n.partner_id = ${bind(partnerId)} AND n.order_id = ${bind(orderId)} ORDER BY n.phone`;
}

function matchesOfOrder(needle: Needle, partnerId: number, bind: Bind): string {
  const order = orderMatches(needle, partnerId, bind);
  const phone = phoneMatches(needle, bind);
  if (!phone) return `CASE WHEN ${order} THEN o.number_count ELSE 0 END`;
  return `CASE WHEN ${order} THEN o.number_count ELSE (
    SELECT count(*)::integer FROM port_number n WHERE n.partner_id = o.partner_id AND n.order_id = o.id AND ${phone}
  ) END`;
}
