import type { Bind } from '../../report/query/bindings.ts';
import { CLOSED, conditionsOf, isOfOpen, OPEN, type ResolvedFilter } from './conditions.ts';
import { FEW_ACCOUNTS, inHits, listed } from './text-hits.ts';

/**
 * The orders under a filter as a table called `o` with some of their columns, for all of them to be read: it is made
 * before anything is sorted or joined. What a text was found in is looked up from there, not in every order.
 */
export function ordersFound(
  resolved: ResolvedFilter,
  columns: readonly string[],
  bind: Bind,
  also = '',
): string {
  const { hits } = resolved;
  const selected = columnsOf({ columns });
  const where = conditionsOf({ ...resolved, hits: null }, bind) + (also && ` AND ${also}`);
  if (!hits) {
    const read = (part: string) => `SELECT ${selected} FROM port_order o WHERE ${where}${part}`;
    // Closed orders of some days are found by the index of days, open ones by theirs.
    const isSplit = resolved.filter.dates !== null && also === '' && !isOfOpen(resolved.filter);
    const closed = ` AND ${CLOSED}`;
    const parts = isSplit ? (resolved.noneOpen ? [closed] : [` AND ${OPEN}`, closed]) : [''];
    return `(${parts.map(read).join(' UNION ALL ')} OFFSET 0) o`;
  }
  // Many accounts have more closed orders than there are open ones in all: these are all looked at.
  const ofOpen = also.startsWith(OPEN) || isOfOpen(resolved.filter);
  if (hits.accounts.length > FEW_ACCOUNTS && ofOpen) {
    return `(SELECT ${selected} FROM port_order o WHERE ${where} AND ${OPEN} AND ${inHits(hits, bind)} OFFSET 0) o`;
  }
  const ids = bind(hits.orderIds, 'bigint[]');
  const single = `SELECT ${selected} FROM unnest(${ids}) named (id) JOIN port_order o ON o.id = named.id WHERE ${where}`;
  if (hits.accounts.length === 0) return `(${single} OFFSET 0) o`;
  return `(
    ${single}
    UNION ALL
    SELECT ${selected} FROM ${listed(hits.accounts, bind)} named (partner_id, account_id)
    JOIN port_order o ON o.partner_id = named.partner_id AND o.account_id = named.account_id
    WHERE o.id <> ALL (${ids}) AND ${where}
  ) o`;
}

/** What is read of orders for a sort by some of their columns. */
export function columnsOf({ columns }: { columns: readonly string[] }): string {
  return [...new Set(['partner_id', 'id', ...columns])].map((column) => `o.${column}`).join(', ');
}
