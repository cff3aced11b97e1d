import type { CalendarDate } from '#domain/calendar-date.ts';
import type { FollowedOrder, KnownReason } from '#domain/followed-order.ts';
import { folded } from '../../folded.ts';
import type { Query } from '../../tenant.ts';

/** An order that holds numbers, as its end user may know it. */
export type FollowedRow = FollowedOrder & {
  requestId: string;
  orderId: number;
  numbers: number;
  createdOn: CalendarDate | null;
  /** What the list of common reasons says of its reject reason; null when it is none of them. */
  known: KnownReason | null;
};

/** The orders with numbers of requests of one account, the oldest first. */
export function readFollowedOrders(
  query: Query,
  account: { partnerId: number; accountId: string },
  requestIds: readonly string[],
): Promise<FollowedRow[]> {
  return query<FollowedRow>(
    `SELECT o.request_id AS "requestId", o.id AS "orderId", o.number_count AS numbers,
       CASE WHEN o.toll_free THEN 'toll-free' ELSE 'local' END AS type, o.detailed_status AS "detailedStatus",
       o.created_on AS "createdOn", o.estimated_on AS "estimatedOn", o.foc_on AS "focOn",
       to_char(o.foc_time, 'HH24:MI') AS "focTime", o.approved_on AS "approvedOn",
       CASE WHEN o.detailed_status = 'rejected' THEN o.reject_reason END AS "rejectReason",
       CASE WHEN o.detailed_status = 'rejected' THEN (
         SELECT jsonb_build_object('nextStep', c.next_step, 'turn', c.turn) FROM reject_reason c
         WHERE ${folded('c.reason')} = ${folded('o.reject_reason')} ORDER BY c.retired, c.id LIMIT 1
       ) END AS known
     FROM port_order o
     WHERE o.partner_id = $1 AND o.account_id = $2 AND o.request_id = ANY ($3) AND o.number_count > 0
     ORDER BY o.id`,
    [account.partnerId, account.accountId, requestIds],
  );
}
