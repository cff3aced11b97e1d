import type { Needle } from '#domain/find.ts';
import type { ReportSort } from '#domain/report-request.ts';
import type { Query } from '../../tenant.ts';
import { withoutWays } from '../../without-ways.ts';
import type { Arrangement, Placed, Report } from './arrangement.ts';
import { type Bind, bindings } from './bindings.ts';
import { couldMatch, isWholeNumber, orderMatches, phoneMatches, readHolders } from './needle-match.ts';
import { orderFilter } from './order-filter.ts';
import { type OrderSort, orderBy, orderSort } from './order-sort.ts';
import { firstRows, rowsOfOrders } from './page-rows.ts';
import { inSpan } from './span-filter.ts';
import type { Span, Stretch } from './stretch.ts';

/** The report sorted by a fact of its orders: orders are placed by running sums of their numbers, which they know. */
export function byOrder(report: Report, sort: ReportSort | null): Arrangement {
  const sorted = { ...report, sort: orderSort(sort) };
  return {
    first:
      sorted.sort.key === null
        ? (size) => firstRows(report.query, report.partnerId, report.filters, size)
        : undefined,
    stretches: () => stretches(sorted),
    matches: (needle) => matches(sorted, needle),
    place: (span, from, to, needle) => place(sorted, span, from, to, needle),
    rows: (placed, skip, size) => {
      const ids = placed.map(({ orderId }) => orderId);
      return rowsOfOrders(report.query, report.partnerId, ids, skip, size);
    },
  };
}

type Sorted = Report & { sort: OrderSort };

/** Reads the partner's orders, not its numbers. */
async function stretches({ query, partnerId, filters, sort }: Sorted): Promise<Stretch[]> {
  const { values, bind } = bindings();
  return reading(query, sort)<Stretch>(
    `SELECT ${sort.bucket} AS bucket, ${sort.day ?? 'NULL::date'} AS day, sum(o.number_count)::integer AS rows, 0 AS matches
     FROM port_order o ${sort.joins}
     WHERE ${orderFilter(partnerId, filters, bind)}
     GROUP BY 1, 2 ${inOrder(sort)}`,
    values,
  );
}

/**
 * All stretches with their rows and matches, from one look at the orders; for a whole phone number, those with matches
 * alone. An order whose own facts match counts with all its numbers, any other with the numbers that match.
 */
async function matches({ query, partnerId, filters, sort }: Sorted, needle: Needle): Promise<Stretch[]> {
  const holders = isWholeNumber(needle) ? 'all' : await readHolders(query, partnerId, needle);
  const { values, bind } = bindings();
  const where = orderFilter(partnerId, filters, bind);
  const phone = phoneMatches(needle, bind);
  const hits = phone
    ? `LEFT JOIN (
         SELECT n.order_id, count(*) AS hits FROM port_number n
         WHERE n.partner_id = ${bind(partnerId, 'integer')} AND ${phone} GROUP BY n.order_id
       ) hit ON hit.order_id = o.id`
    : '';
  const candidates = couldMatch(needle, partnerId, bind);
  return query<Stretch>(
    `SELECT bucket, day, sum(rows)::integer AS rows, coalesce(sum(matches), 0)::integer AS matches
     FROM (
       SELECT ${sort.bucket} AS bucket, ${sort.day ?? 'NULL::date'} AS day, o.number_count AS rows,
         CASE WHEN ${orderMatches(needle, holders, partnerId, bind)} THEN o.number_count ELSE ${phone ? 'hit.hits' : 'NULL'} END AS matches
       FROM port_order o ${sort.joins} ${hits}
       WHERE ${where} ${candidates ? `AND o.id IN (${candidates})` : ''}
     ) o
     GROUP BY 1, 2 ${inOrder(sort)}`,
    values,
  );
}

/**
 * How many orders are read for a text, which no index holds: page by page. Postgres takes it for as cheap to fetch them one
 * by one along an index, which costs four times as much.
 */
function reading(query: Query, { type }: OrderSort): Query {
  if (type !== 'text') return query;
  return (text, values) => withoutWays(query, ['indexscan'], () => query(text, values));
}

function inOrder({ descending }: OrderSort): string {
  return `ORDER BY 1 ${descending ? 'DESC' : 'ASC'}, 2 DESC NULLS LAST`;
}

async function place(
  { query, partnerId, filters, sort }: Sorted,
  span: Span,
  from: number,
  to: number,
  needle: Needle | null,
): Promise<Placed[]> {
  const { values, bind } = bindings();
  const where = `${orderFilter(partnerId, filters, bind)} AND ${inSpan(span, sort, bind)}`;
  const rowsBefore = bind(span.rowsBefore, 'bigint');
  const matchesBefore = bind(span.matchesBefore, 'bigint');
  return reading(query, sort)<Placed>(
    `SELECT id AS "orderId", rows, ${rowsBefore} + upto - rows AS start,
       matches, ${matchesBefore} + match_upto - matches AS "matchStart"
     FROM (
       SELECT o.id, o.rows, o.matches, sum(o.rows) OVER placed AS upto, sum(o.matches) OVER placed AS match_upto
       FROM (
         SELECT o.id, o.created_on, o.request_seq, o.number_count AS rows,
           ${sort.key ?? 'NULL'} AS key, ${matchesOfOrder(needle, partnerId, bind)} AS matches
         FROM port_order o ${sort.joins} WHERE ${where}
         ${needle ? 'OFFSET 0' : ''}
       ) o
       WINDOW placed AS (ORDER BY ${orderBy(sort, 'o.key')} ROWS UNBOUNDED PRECEDING)
     ) o
     WHERE ${rowsBefore} + upto > ${bind(from, 'bigint')} AND ${rowsBefore} + upto - rows < ${bind(to, 'bigint')}
     ORDER BY upto`,
    values,
  );
}

function matchesOfOrder(needle: Needle | null, partnerId: number, bind: Bind): string {
  if (!needle) return '0';
  const phone = phoneMatches(needle, bind);
  const hits = phone
    ? `(SELECT count(*)::integer FROM port_number n WHERE n.partner_id = o.partner_id AND n.order_id = o.id AND ${phone})`
    : '0';
  return `CASE WHEN ${orderMatches(needle, 'few', partnerId, bind)} THEN o.number_count ELSE ${hits} END`;
}
