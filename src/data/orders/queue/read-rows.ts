import type { QueueRow } from '#domain/order-queue.ts';
import type { Query } from '../../tenant.ts';
import type { Placed } from './read-segment.ts';

/** What the list shows of orders, in the order in which they are named. */
export async function readRows(query: Query, placed: readonly Placed[]): Promise<QueueRow[]> {
  if (placed.length === 0) return [];
  return query<QueueRow>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId", o.request_id AS "requestId", r.case_number AS "caseNumber",
       p.name AS partner, o.account_id AS "accountId", a.company_name AS company, o.number_count AS numbers,
       CASE WHEN o.toll_free THEN 'toll-free' ELSE 'local' END AS type, o.detailed_status AS "detailedStatus",
       o.status_since AS "statusSince", o.next_on AS "nextOn", o.foc_on AS "focOn", left(o.foc_time::text, 5) AS "focTime",
       o.changed_by AS "changedBy", o.updated_at AS "updatedAt", o.replied_at AS "repliedAt", o.version
     FROM unnest($1::integer[], $2::bigint[]) WITH ORDINALITY AS named (partner_id, order_id, place)
     JOIN port_order o ON o.partner_id = named.partner_id AND o.id = named.order_id
     JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id
     JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id
     JOIN partner p ON p.id = o.partner_id
     ORDER BY named.place`,
    [placed.map(({ partnerId }) => partnerId), placed.map(({ orderId }) => orderId)],
    'queue-rows',
  );
}
