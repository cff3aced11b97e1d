import { column } from '#domain/columns.ts';
import type { ReportFilters } from '#domain/report-request.ts';
import type { Bind } from './bindings.ts';
import { facetsOf } from './facet.ts';

/** The WHERE of the partner's orders under the filters, over `o`. Orders that lost all their numbers have no rows. */
export function orderFilter(partnerId: number, filters: ReportFilters, bind: Bind): string {
  const conditions = [`o.partner_id = ${bind(partnerId, 'integer')}`, 'o.number_count > 0'];
  const facets = facetsOf(filters);
  if (facets) conditions.push(`o.facet = ANY (${bind(facets, 'smallint[]')})`);
  if (filters.accountId !== null) conditions.push(`o.account_id = ${bind(filters.accountId, 'text')}`);
  if (filters.type) conditions.push(filters.type === 'toll-free' ? 'o.toll_free' : 'NOT o.toll_free');
  if (filters.date) {
    const { field, from, to } = filters.date;
    const { sql } = column(field);
    if (from) conditions.push(`${sql} >= ${bind(from, 'date')}`);
    if (to) conditions.push(`${sql} <= ${bind(to, 'date')}`);
  }
  return conditions.join(' AND ');
}

/** Whether there is any filter. */
export function narrows({ accountId, statuses, details, type, ready, date }: ReportFilters): boolean {
  return (
    [accountId, type, ready, date].some((filter) => filter !== null) || statuses.length + details.length > 0
  );
}
