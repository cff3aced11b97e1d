import type { Assigned } from '#domain/assignment.ts';
import type { ReadyFacts } from '#domain/ready-to-assign.ts';
import type { Query } from '../../tenant.ts';
import type { OwnNumber } from '../assignment.ts';

/** A number with its order and its assignment as they are now. */
export type NumberNow = OwnNumber & {
  order: (ReadyFacts & { orderId: number }) | null;
  assigned: Assigned | null;
};

/**
 * Keeps the porting team from changing the orders of these numbers until the transaction ends, always in the same order,
 * then reads how they stand: what another transaction did to them is seen. A number that goes to another order at this
 * very moment is read as on none.
 */
export async function holdNumbers(
  query: Query,
  partnerId: number,
  numbers: readonly OwnNumber[],
): Promise<NumberNow[]> {
  const wanted = [partnerId, numbers.map(({ requestId }) => requestId), numbers.map(({ phone }) => phone)];
  const held = await query<{ id: number }>(
    `SELECT o.id FROM port_order o
     WHERE o.partner_id = $1 AND o.id IN (SELECT n.order_id FROM ${WANTED})
     ORDER BY o.id FOR SHARE OF o`,
    wanted,
  );
  const ids = new Set(held.map(({ id }) => id));
  const rows = await query<Row>(
    `SELECT w.request_id AS "requestId", w.phone, o.id AS "orderId",
       CASE WHEN o.toll_free THEN 'toll-free' ELSE 'local' END AS type, o.detailed_status AS "detailedStatus",
       o.foc_on AS "focOn", o.approved_on AS "approvedOn", a.actor, a.at, a.assigned_to AS "assignedTo"
     FROM unnest($2::text[], $3::text[]) AS w (request_id, phone)
     LEFT JOIN port_number n ON n.partner_id = $1 AND n.request_id = w.request_id AND n.phone = w.phone
     LEFT JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
     LEFT JOIN number_assignment a ON a.partner_id = $1 AND a.request_id = w.request_id AND a.phone = w.phone`,
    wanted,
  );
  return rows.map((row) => numberNow(row, ids));
}

const WANTED = `unnest($2::text[], $3::text[]) AS w (request_id, phone)
  JOIN port_number n ON n.partner_id = $1 AND n.request_id = w.request_id AND n.phone = w.phone`;

type Row = OwnNumber &
  ReadyFacts & { orderId: number | null; actor: string | null; at: Date; assignedTo: string | null };

function numberNow(row: Row, held: ReadonlySet<number>): NumberNow {
  const { requestId, phone, orderId, type, detailedStatus, focOn, approvedOn, actor, at, assignedTo } = row;
  const known = orderId !== null && held.has(orderId);
  return {
    ...{ requestId, phone },
    order: known ? { orderId, type, detailedStatus, focOn, approvedOn } : null,
    assigned: actor === null ? null : { actor, at, assignedTo },
  };
}
