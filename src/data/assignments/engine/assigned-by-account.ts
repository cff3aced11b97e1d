import type { Query } from '../../tenant.ts';
import { READY_FACETS } from './conditions.ts';
import { remembered } from './remembered.ts';
import { ALERTS, allAssigned, STANDING } from './standing.ts';

/** The assigned numbers of an account, and how they stand; `ready` are those whose order is ready to assign. */
export type AssignedOfAccount = {
  accountId: string;
  assigned: number;
  ready: number;
  unsafe: number;
  alerts: number;
};

/** What is assigned in each account of a partner; accounts without any are left out. Counted once for each state of its data. */
export function assignedByAccount(query: Query, partnerId: number): Promise<AssignedOfAccount[]> {
  return remembered(query, partnerId, 'assigned', () =>
    query<AssignedOfAccount>(
      // Only the request knows the account of a number that has left its order.
      `SELECT coalesce(
           o.account_id,
           (SELECT r.account_id FROM port_request r WHERE r.partner_id = s.partner_id AND r.id = s.request_id)
         ) AS "accountId",
         count(*) AS assigned, count(*) FILTER (WHERE o.facet = ANY ($2::smallint[])) AS ready,
         count(*) FILTER (WHERE ${STANDING} <> 'safe') AS unsafe, count(*) FILTER (WHERE ${ALERTS}) AS alerts
       FROM ${allAssigned('$1')} WHERE s.partner_id = $1 GROUP BY 1`,
      [partnerId, READY_FACETS],
    ),
  );
}
