import { fold } from '#domain/find.ts';
import { facetsOf } from '../../report/query/facet.ts';
import type { Query } from '../../tenant.ts';
import type { AccountOfNumbers, NumberFilter } from '../assignment.ts';
import { assignedByAccount } from './assigned-by-account.ts';
import { READY_FACETS } from './conditions.ts';
import { remembered } from './remembered.ts';

const COMPLETED = facetsOf({ statuses: ['completed'], details: [], ready: null }) ?? [];
const CANCELLED = facetsOf({ statuses: ['cancelled'], details: [], ready: null }) ?? [];

/** All accounts of a partner that have numbers, by name, with what these come to. Counted once for each state of its data. */
export async function accountsOfNumbers(query: Query, partnerId: number): Promise<AccountOfNumbers[]> {
  return remembered(query, partnerId, 'accounts', async () => {
    const assigned = await assignedByAccount(query, partnerId);
    const given = new Map(assigned.map((each) => [each.accountId, each]));
    const values = [partnerId, READY_FACETS, COMPLETED, CANCELLED];
    const held = await query<Omit<AccountOfNumbers, 'assigned'>>(HELD, values);
    return held.map(({ ready, ...account }) => {
      const own = given.get(account.id);
      return { ...account, ready: Math.max(ready - (own?.ready ?? 0), 0), assigned: own?.assigned ?? 0 };
    });
  });
}

const HELD = `
  SELECT a.id, a.username, a.company_name AS company, held.total, held.completed, held.cancelled, held.ready
  FROM (
    SELECT o.account_id, sum(o.number_count)::integer AS total,
      coalesce(sum(o.number_count) FILTER (WHERE o.facet = ANY ($2::smallint[])), 0)::integer AS ready,
      coalesce(sum(o.number_count) FILTER (WHERE o.facet = ANY ($3::smallint[])), 0)::integer AS completed,
      coalesce(sum(o.number_count) FILTER (WHERE o.facet = ANY ($4::smallint[])), 0)::integer AS cancelled
    FROM port_order o WHERE o.partner_id = $1 AND o.number_count > 0 GROUP BY o.account_id
  ) held
  JOIN account a ON a.partner_id = $1 AND a.id = held.account_id
  ORDER BY lower(coalesce(a.company_name, a.username, a.id) COLLATE pg_c_utf8), a.id`;

/** The accounts under a filter, when it is taken to be about accounts alone. */
export function accountsUnder(
  accounts: readonly AccountOfNumbers[],
  { accountId, text }: NumberFilter,
): readonly AccountOfNumbers[] {
  const of = accountId === null ? accounts : accounts.filter(({ id }) => id === accountId);
  if (text === null) return of;
  const wanted = fold(text).trim();
  return of.filter(({ id, username, company }) =>
    fold(`${id}\n${username ?? ''}\n${company ?? ''}`).includes(wanted),
  );
}
