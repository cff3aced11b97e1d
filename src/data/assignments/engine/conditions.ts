import { needleOf } from '#domain/find.ts';
import { folded } from '../../folded.ts';
import type { Bind } from '../../report/query/bindings.ts';
import { facetsOf } from '../../report/query/facet.ts';
import type { NumberFilter } from '../assignment.ts';

/** The facets of orders whose numbers are ready to assign. */
export const READY_FACETS = facetsOf({ statuses: [], details: [], ready: true }) ?? [];

/** That the orders `o` are the partner's and ready, of an account where one is asked for. */
export function readyOrders(partnerId: number, { accountId }: NumberFilter, bind: Bind): string {
  const conditions = [
    `o.partner_id = ${bind(partnerId, 'integer')}`,
    `o.facet = ANY (${bind(READY_FACETS, 'smallint[]')})`,
    'o.number_count > 0',
  ];
  if (accountId !== null) conditions.push(`o.account_id = ${bind(accountId, 'text')}`);
  return conditions.join(' AND ');
}

/** That the number `n` of the order `o` is not assigned yet, and that a text is found in it where one is asked for. */
export function readyNumbers(partnerId: number, filter: NumberFilter, bind: Bind): string {
  const columns = {
    ...{ phone: 'n.phone', requestId: 'n.request_id', accountId: 'o.account_id' },
    texts: ['o.location'],
  };
  return `NOT EXISTS (
    SELECT FROM number_assignment s
    WHERE s.partner_id = n.partner_id AND s.request_id = n.request_id AND s.phone = n.phone
  ) AND ${textFound(partnerId, filter, columns, bind)}`;
}

/** That the assignments are the partner's and under a filter: see ASSIGNED. */
export function assignedNumbers(partnerId: number, filter: NumberFilter, bind: Bind): string {
  const columns = {
    ...{ phone: 's.phone', requestId: 's.request_id', accountId: 'r.account_id' },
    texts: ['s.assigned_to', 's.actor'],
  };
  const conditions = [
    `s.partner_id = ${bind(partnerId, 'integer')}`,
    textFound(partnerId, filter, columns, bind),
  ];
  if (filter.accountId !== null) conditions.push(`r.account_id = ${bind(filter.accountId, 'text')}`);
  return conditions.join(' AND ');
}

type Columns = { phone: string; requestId: string; accountId: string; texts: readonly string[] };

/** That a text stands in a number, in its request's ID, in its account's ID or names, or in one of `texts`. */
function textFound(partnerId: number, { text }: NumberFilter, columns: Columns, bind: Bind): string {
  const needle = text === null ? null : needleOf(text);
  if (!needle) return 'true';
  const wanted = bind(needle.text, 'text');
  const holds = (sql: string) => `strpos(${folded(sql)}, ${wanted}) > 0`;
  const names = `c.id || E'\\n' || coalesce(c.username, '') || E'\\n' || coalesce(c.company_name, '')`;
  const conditions = [
    ...columns.texts.map((sql) => holds(`coalesce(${sql}, '')`)),
    `${columns.accountId} IN (SELECT c.id FROM account c WHERE c.partner_id = ${bind(partnerId, 'integer')} AND ${holds(names)})`,
  ];
  if (needle.digits !== null) {
    const digits = bind(needle.digits, 'text');
    conditions.push(`strpos(substr(${columns.phone}, 3), ${digits}) > 0`);
    conditions.push(`starts_with(${columns.requestId}, ${digits})`);
  }
  return `(${conditions.join(' OR ')})`;
}
