import { column } from '#domain/columns.ts';
import type { ReportFilters } from '#domain/report-request.ts';
import { DETAILED_STATUSES, type DetailedStatus, statusOf } from '#domain/status.ts';
import type { Bind } from './bindings.ts';

/** Whether the numbers of an order may be assigned already, over `o`. */
export const READY = column('readyToAssign').sql;

/** The WHERE of the partner's orders under the filters, over `o`. Orders that lost all their numbers have no rows. */
export function orderFilter(partnerId: number, filters: ReportFilters, bind: Bind): string {
  const conditions = [`o.partner_id = ${bind(partnerId)}`, 'o.number_count > 0'];
  const details = detailsOf(filters);
  if (details) conditions.push(`o.detailed_status = ANY (${bind(details, 'detailed_status[]')})`);
  if (filters.accountId !== null) conditions.push(`o.account_id = ${bind(filters.accountId)}`);
  if (filters.type) conditions.push(filters.type === 'toll-free' ? 'o.toll_free' : 'NOT o.toll_free');
  if (filters.ready !== null) conditions.push(filters.ready ? READY : `NOT ${READY}`);
  if (filters.date) {
    const { field, from, to } = filters.date;
    const { sql } = column(field);
    if (from) conditions.push(`${sql} >= ${bind(from, 'date')}`);
    if (to) conditions.push(`${sql} <= ${bind(to, 'date')}`);
  }
  return conditions.join(' AND ');
}

/** The detailed statuses that statuses and detailed statuses together allow; null when they narrow nothing. */
function detailsOf({ statuses, details }: ReportFilters): DetailedStatus[] | null {
  if (statuses.length === 0 && details.length === 0) return null;
  return DETAILED_STATUSES.filter(
    (detailed) =>
      (statuses.length === 0 || statuses.includes(statusOf(detailed))) &&
      (details.length === 0 || details.includes(detailed)),
  );
}
