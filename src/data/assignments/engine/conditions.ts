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

/** The ready orders `o` and their numbers `n` under a filter, as a FROM: what is asked of an order is asked once for all its numbers. */
export function readyFrom(partnerId: number, filter: NumberFilter, bind: Bind): string {
  return `(
    SELECT o.*, ${orderFound(partnerId, filter, bind)} AS found FROM port_order o
    WHERE ${readyOrders(partnerId, filter, bind)} OFFSET 0
  ) o JOIN port_number n ON n.partner_id = o.partner_id AND n.order_id = o.id AND ${readyNumbers(filter, bind)}`;
}

/** Whether the text that is asked for is found in what an order tells of all its numbers. */
export function orderFound(partnerId: number, { text }: NumberFilter, bind: Bind): string {
  const columns = { requestId: 'o.request_id', accountId: 'o.account_id', texts: ['o.location'] };
  return textFound(partnerId, text, columns, bind);
}

/** That the number `n` of the order `o` is not assigned yet, and that a text is found in it (see `orderFound`) or its order. */
export function readyNumbers({ text }: NumberFilter, bind: Bind): string {
  const digits = text === null ? null : needleOf(text)?.digits;
  const found = digits ? `(o.found OR ${holdsDigits('n.phone', bind(digits, 'text'))})` : 'o.found';
  return `${found} AND NOT EXISTS (
    SELECT FROM number_assignment s
    WHERE s.partner_id = n.partner_id AND s.request_id = n.request_id AND s.phone = n.phone
  )`;
}

/** That the assignments are the partner's and under a filter: see ASSIGNED. */
export function assignedNumbers(partnerId: number, filter: NumberFilter, bind: Bind): string {
  const columns = {
    ...{ phone: 's.phone', requestId: 's.request_id', accountId: 'r.account_id' },
    texts: ['s.assigned_to', 's.actor'],
  };
  const conditions = [
    `s.partner_id = ${bind(partnerId, 'integer')}`,
    textFound(partnerId, filter.text, columns, bind),
  ];
  if (filter.accountId !== null) conditions.push(`r.account_id = ${bind(filter.accountId, 'text')}`);
  return conditions.join(' AND ');
}

/** Without `phone`, the numbers themselves are not looked at. */
type Columns = { phone?: string; requestId: string; accountId: string; texts: readonly string[] };

/** That a text stands in a number, at the beginning of its request's ID, in its account's ID or names, or in one of `texts`. */
function textFound(partnerId: number, text: string | null, columns: Columns, bind: Bind): string {
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
    if (columns.phone) conditions.push(holdsDigits(columns.phone, digits));
    conditions.push(`starts_with(${columns.requestId}, ${digits})`);
  }
  return `(${conditions.join(' OR ')})`;
}

function holdsDigits(phone: string, digits: string): string {
  return `strpos(substr(${phone}, 3), ${digits}) > 0`;
}
