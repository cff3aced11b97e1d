import { type ColumnKey, column, type ReportColumn } from '#domain/columns.ts';
import { PRIORITY_LABELS } from '#domain/priority.ts';
import type { ReportFilters, ReportSort } from '#domain/report-request.ts';
import { DETAILED_FACTS, STATUS_FACTS } from '#domain/status.ts';
import { literal } from './literals.ts';
import { orderFilter } from './order-filter.ts';
import { DEFAULT_ORDER, orderBy, orderSort } from './order-sort.ts';

/**
 * The SELECT of all rows of a report as a CSV file for spreadsheets holds them, without parameters. Orders are sorted and
 * written out first, then joined with their numbers: five times fewer rows to sort, and the first row comes early.
 */
export function csvSelect(
  partnerId: number,
  filters: ReportFilters,
  sort: ReportSort | null,
  keys: readonly ColumnKey[],
): string {
  const cells = keys.map((key, at) => ({ key, name: `c${at}` }));
  const ofOrder = cells.filter(({ key }) => column(key).of !== 'number');
  const selected = cells.map(({ key, name }) =>
    column(key).of === 'number' ? csvCell(column(key)) : `o.${name}`,
  );
  const byPhone = sort?.key === 'phone';
  const sorted = orderSort(byPhone ? null : sort);
  const orders = `
    SELECT o.id, o.created_on, o.request_seq, ${sorted.key ?? 'NULL'} AS key
      ${ofOrder.map(({ key, name }) => `, ${csvCell(column(key))} AS ${name}`).join('')}
    FROM port_order o
    JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id
    JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id ${sorted.joins}
    WHERE ${orderFilter(partnerId, filters, literal)}`;
  if (byPhone) {
    return `SELECT ${selected.join(', ')}
      FROM port_number n JOIN (${orders} OFFSET 0) o ON o.id = n.order_id
      WHERE n.partner_id = ${literal(partnerId, 'integer')}
      ORDER BY n.phone ${sort.direction}, ${DEFAULT_ORDER}`;
  }
  return `SELECT ${selected.join(', ')}
    FROM (${orders} ORDER BY ${orderBy(sorted)}) o
    CROSS JOIN LATERAL (
      SELECT n.phone FROM port_number n
      WHERE n.partner_id = ${literal(partnerId, 'integer')} AND n.order_id = o.id ORDER BY n.phone
    ) n
    ORDER BY ${orderBy(sorted, 'o.key')}, n.phone`;
}

/** A value as it stands in the file: labels, `10:00 AM`, ISO dates, E.164. Free text alone is guarded. */
function csvCell({ key, kind, sql }: ReportColumn): string {
  if (kind === 'time') return `to_char(${sql}, 'FMHH12:MI AM')`;
  if (kind === 'flag') return `CASE WHEN ${sql} THEN 'Yes' ELSE 'No' END`;
  if (kind === 'enum') return `CASE ${sql} ${labels(key)} END`;
  return kind === 'text' ? guarded(sql) : sql;
}

/**
 * A text that a spreadsheet would take for a formula gets a quote before it. Phone numbers begin with + and are no free
 * text; identifiers are checked when they come in.
 */
function guarded(sql: string): string {
  return `CASE WHEN left(${sql}, 1) IN ('=', '+', '-', '@', E'\\t', E'\\r', E'\\n') THEN '''' || ${sql} ELSE ${sql} END`;
}

function labels(key: ColumnKey): string {
  const of = {
    priority: Object.entries(PRIORITY_LABELS),
    status: Object.entries(STATUS_FACTS).map(([status, { label }]) => [status, label]),
    detailedStatus: Object.entries(DETAILED_FACTS).map(([detailed, { label }]) => [detailed, label]),
  }[key as string];
  if (!of) throw new Error(`${key} has no labels`);
  return of.map(([value, label]) => `WHEN ${literal(value)} THEN ${literal(label)}`).join(' ');
}
