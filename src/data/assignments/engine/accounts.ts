import { fold } from '#domain/find.ts';
import { facetsOf } from '../../report/query/facet.ts';
import type { Query } from '../../tenant.ts';
import type { AccountOfNumbers, NumberFilter } from '../assignment.ts';
import { READY_FACETS } from './conditions.ts';
import { remembered } from './remembered.ts';
import { ASSIGNED } from './standing.ts';

const COMPLETED = facetsOf({ statuses: ['completed'], details: [], ready: null }) ?? [];
const CANCELLED = facetsOf({ statuses: ['cancelled'], details: [], ready: null }) ?? [];

/** All accounts of a partner that have numbers, by name, with what these come to. Counted once for each state of its data. */
export async function accountsOfNumbers(query: Query, partnerId: number): Promise<AccountOfNumbers[]> {
  return remembered(query, partnerId, 'accounts', () =>
    query<AccountOfNumbers>(
      `SELECT a.id, a.username, a.company_name AS company, held.total, held.completed, held.cancelled,
         greatest(held.ready - coalesce(given.taken, 0), 0)::integer AS ready,
         coalesce(given.assigned, 0)::integer AS assigned
       FROM (
         SELECT o.account_id, sum(o.number_count)::integer AS total,
           coalesce(sum(o.number_count) FILTER (WHERE o.facet = ANY ($2::smallint[])), 0)::integer AS ready,
           coalesce(sum(o.number_count) FILTER (WHERE o.facet = ANY ($3::smallint[])), 0)::integer AS completed,
           coalesce(sum(o.number_count) FILTER (WHERE o.facet = ANY ($4::smallint[])), 0)::integer AS cancelled
         FROM port_order o WHERE o.partner_id = $1 AND o.number_count > 0 GROUP BY o.account_id
       ) held
       JOIN account a ON a.partner_id = $1 AND a.id = held.account_id
       LEFT JOIN (
         SELECT r.account_id, count(*) AS assigned, count(*) FILTER (WHERE o.facet = ANY ($2::smallint[])) AS taken
         FROM ${ASSIGNED} WHERE s.partner_id = $1 GROUP BY r.account_id
       ) given ON given.account_id = a.id
       ORDER BY lower(coalesce(a.company_name, a.username, a.id) COLLATE pg_c_utf8), a.id`,
      [partnerId, READY_FACETS, COMPLETED, CANCELLED],
    ),
  );
}

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
