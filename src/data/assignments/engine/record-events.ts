import type { PartnerViewer } from '#domain/viewer.ts';
import type { Query } from '../../tenant.ts';
import type { OwnNumber } from '../assignment.ts';

/** A number that was given to somebody or taken back, and what is told of it. */
export type NumberEvent = OwnNumber & { note: string | null };

/**
 * Writes what happened to numbers into the histories of their orders, one event for each order and note. Of a number that
 * no order holds any more it is told where it was taken out.
 */
export async function recordNumberEvents(
  query: Query,
  { partnerId, userId, name }: PartnerViewer,
  kind: 'assigned' | 'released',
  numbers: readonly NumberEvent[],
  now: Date,
): Promise<void> {
  if (numbers.length === 0) return;
  await query(
    `INSERT INTO order_event (partner_id, order_id, at, actor_id, actor, kind, numbers, note, visible_to_partner)
     SELECT $1, told.order_id, $2, $3, $4, $5, array_agg(told.phone ORDER BY told.phone), told.note, true
     FROM (
       SELECT coalesce(n.order_id, left_order.id) AS order_id, w.phone, w.note
       FROM unnest($6::text[], $7::text[], $8::text[]) AS w (request_id, phone, note)
       LEFT JOIN port_number n ON n.partner_id = $1 AND n.request_id = w.request_id AND n.phone = w.phone
       LEFT JOIN LATERAL (
         SELECT o.id FROM port_order o
         WHERE n.phone IS NULL AND o.partner_id = $1 AND o.request_id = w.request_id
         ORDER BY (
           SELECT max(e.id) FROM order_event e
           WHERE e.partner_id = $1 AND e.order_id = o.id AND e.kind = 'numbers-removed' AND w.phone = ANY (e.numbers)
         ) DESC NULLS LAST, o.id LIMIT 1
       ) left_order ON true
     ) told
     WHERE told.order_id IS NOT NULL
     GROUP BY told.order_id, told.note ORDER BY told.order_id`,
    [
      ...[partnerId, now, userId, name, kind],
      numbers.map(({ requestId }) => requestId),
      numbers.map(({ phone }) => phone),
      numbers.map(({ note }) => note),
    ],
  );
}
