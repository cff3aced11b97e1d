import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import { type OrderOfRequest, type RequestStatus, requestStatus } from '#domain/request-status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';

/** A request that an end user can be shown: whose it is, and what there would be to see. */
export type Shareable = RequestStatus & {
  id: string;
  accountId: string;
  company: string | null;
  numbers: number;
};

/** The request of a partner with this ID that holds numbers; null when there is none. */
export async function findShareable(viewer: Viewer, requestId: string): Promise<Shareable | null> {
  demand(viewer, 'requests.share');
  if (viewer.role !== 'partner') throw new NotFound('links');
  const orders = await readIn(scopeOf(viewer, viewer.partnerId), (query) =>
    query<OrderOfRequest & Pick<Shareable, 'accountId' | 'company'>>(
      `SELECT o.detailed_status AS "detailedStatus", o.number_count AS numbers, o.foc_on AS "focOn",
         to_char(o.foc_time, 'HH24:MI') AS "focTime", a.id AS "accountId",
         coalesce(a.company_name, a.username) AS company
       FROM port_order o JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id
       WHERE o.partner_id = $1 AND o.request_id = $2 AND o.number_count > 0`,
      [viewer.partnerId, requestId],
    ),
  );
  const status = requestStatus(orders);
  const [first] = orders;
  if (!status || !first) return null;
  const { accountId, company } = first;
  return { id: requestId, accountId, company, ...status, numbers: sum(orders) };
}

function sum(orders: readonly { numbers: number }[]): number {
  return orders.reduce((total, { numbers }) => total + numbers, 0);
}
