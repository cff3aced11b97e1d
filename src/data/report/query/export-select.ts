import { type ColumnKey, column } from '#domain/columns.ts';
import type { ReportFilters, ReportSort } from '#domain/report-request.ts';
import { CELLS, type CellStyle } from './export-cells.ts';
import { literal } from './literals.ts';
import { orderFilter } from './order-filter.ts';
import { DEFAULT_ORDER, orderBy, orderSort } from './order-sort.ts';

/**
 * The SELECT of all rows of a report as an export takes them, without parameters. Orders are sorted and written out
 * first, then joined with their numbers: five times fewer rows to sort, and the first row comes early.
 */
export function exportSelect(
  partnerId: number,
  filters: ReportFilters,
  sort: ReportSort | null,
  keys: readonly ColumnKey[],
  style: CellStyle,
): string {
  const cell = CELLS[style];
  const cells = keys.map((key, at) => ({ key, name: `c${at}` }));
  const ofOrder = cells.filter(({ key }) => column(key).of !== 'number');
  const selected = cells.map(({ key, name }) =>
    column(key).of === 'number' ? cell(column(key)) : `o.${name}`,
  );
  const byPhone = sort?.key === 'phone';
  const sorted = orderSort(byPhone ? null : sort);
  const orders = `
    SELECT o.id, o.created_on, o.request_seq, ${sorted.key ?? 'NULL'} AS key
      ${ofOrder.map(({ key, name }) => `, ${cell(column(key))} AS ${name}`).join('')}
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
