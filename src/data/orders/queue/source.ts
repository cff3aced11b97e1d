import type { Bind } from '../../report/query/bindings.ts';
import { conditionsOf, isOfOpen, OPEN, type ResolvedFilter } from './conditions.ts';
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
  const selected = [...new Set(['partner_id', 'id', ...columns])].map((column) => `o.${column}`).join(', ');
  const where = conditionsOf({ ...resolved, hits: null }, bind) + (also && ` AND ${also}`);
  if (!hits) return `(SELECT ${selected} FROM port_order o WHERE ${where} OFFSET 0) o`;
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
