import type { Needle } from '#domain/find.ts';
import type { ReportSort } from '#domain/report-request.ts';
import type { Arrangement, Placed, Report } from './arrangement.ts';
import { type Bind, bindings } from './bindings.ts';
import { couldMatch, isWholeNumber, orderMatches, phoneMatches } from './needle-match.ts';
import { narrows, orderFilter } from './order-filter.ts';
import { DEFAULT_ORDER } from './order-sort.ts';
import { rowsOfNumbers } from './page-rows.ts';
import type { Span, Stretch } from './stretch.ts';

/** The report sorted by phone number: a stretch is what shares an area code and the digit after it. */
export function byPhone(report: Report, direction: ReportSort['direction']): Arrangement {
  const { partnerId, query } = report;
  return {
    stretches: () => stretches(report, direction),
    matches: (needle) => matches(report, direction, needle),
    place: (span, from, to, needle) => place(report, direction, span, from, to, needle),
    rows: (placed, skip, size) => rowsOfNumbers(query, partnerId, placed.slice(skip, skip + size)),
  };
}

/** `+14155` of `+14155550140`. */
const BUCKET = 'left(n.phone, 6)';
/** What completes a bucket to its lowest and its highest phone number. */
const LOWEST = '000000';
const HIGHEST = '999999';

async function stretches(report: Report, direction: ReportSort['direction']): Promise<Stretch[]> {
  const { values, bind } = bindings();
  return report.query<Stretch>(
    `SELECT ${BUCKET} AS bucket, NULL AS day, count(*)::integer AS rows, 0 AS matches
     FROM port_number n WHERE ${numberFilter(report, bind)} GROUP BY 1 ORDER BY 1 ${direction}`,
    values,
  );
}

/** All stretches with their rows and matches; for a whole phone number, those with matches alone. */
async function matches(
  report: Report,
  direction: ReportSort['direction'],
  needle: Needle,
): Promise<Stretch[]> {
  const { values, bind } = bindings();
  const where = numberFilter(report, bind);
  const match = numberMatches(report, needle, bind);
  return report.query<Stretch>(
    `SELECT ${BUCKET} AS bucket, NULL AS day, count(*)::integer AS rows, count(*) FILTER (WHERE ${match})::integer AS matches
     FROM port_number n WHERE ${isWholeNumber(needle) ? `${where} AND ${match}` : where}
     GROUP BY 1 ORDER BY 1 ${direction}`,
    values,
  );
}

async function place(
  report: Report,
  direction: ReportSort['direction'],
  span: Span,
  from: number,
  to: number,
  needle: Needle | null,
): Promise<Placed[]> {
  const { values, bind } = bindings();
  const where = numberFilter(report, bind);
  const match = needle ? `${numberMatches(report, needle, bind)}::integer` : '0';
  const [low, high] = direction === 'desc' ? [span.last, span.first] : [span.first, span.last];
  const rowsBefore = bind(span.rowsBefore, 'bigint');
  const matchesBefore = bind(span.matchesBefore, 'bigint');
  return report.query<Placed>(
    `SELECT "orderId", phone, 1 AS rows, start, matches, ${matchesBefore} + match_upto - matches AS "matchStart"
     FROM (
       SELECT n.order_id AS "orderId", n.phone, n.matches,
         ${rowsBefore} + row_number() OVER placed - 1 AS start, sum(n.matches) OVER placed AS match_upto
       FROM (
         SELECT n.partner_id, n.order_id, n.phone, ${match} AS matches FROM port_number n
         WHERE ${where} AND n.phone >= ${bind(`${low.bucket}${LOWEST}`, 'text')} AND n.phone <= ${bind(`${high.bucket}${HIGHEST}`, 'text')}
       ) n
       JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
       WINDOW placed AS (ORDER BY n.phone ${direction}, ${DEFAULT_ORDER} ROWS UNBOUNDED PRECEDING)
     ) n
     WHERE start >= ${bind(from, 'bigint')} AND start < ${bind(to, 'bigint')}
     ORDER BY start`,
    values,
  );
}

/** The WHERE of the partner's numbers under the filters, over `n`. The orders are looked up in a set made once. */
function numberFilter({ partnerId, filters }: Report, bind: Bind): string {
  const mine = `n.partner_id = ${bind(partnerId)}`;
  return narrows(filters) ? `${mine} AND ${inSet(orderFilter(partnerId, filters, bind))}` : mine;
}

function numberMatches({ partnerId, filters }: Report, needle: Needle, bind: Bind): string {
  const phone = phoneMatches(needle, bind);
  const orders = `${orderFilter(partnerId, filters, bind)} AND ${orderMatches(needle, 'all', partnerId, bind)}`;
  const candidates = couldMatch(needle, partnerId, bind);
  if (candidates) {
    return `(n.order_id IN (${candidates}) AND (${phone} OR ${inSet(`${orders} AND o.id IN (${candidates})`)}))`;
  }
  return phone ? `(${phone} OR ${inSet(orders)})` : `(${inSet(orders)})`;
}

/** IS TRUE keeps Postgres from making a join of it, which would lose the order of the numbers' index. */
function inSet(orders: string): string {
  return `(n.order_id IN (SELECT o.id FROM port_order o WHERE ${orders})) IS TRUE`;
}
