/** The request of an assignment, beside `allAssigned`. */
export const OF_REQUEST = 'JOIN port_request r ON r.partner_id = s.partner_id AND r.id = s.request_id';

/**
 * Assignments `s`, the order `o` of the number where the request still has it, and the request `r`, which knows the
 * account also of a number that has left its order.
 */
export const ASSIGNED = `number_assignment s
  LEFT JOIN port_number n ON n.partner_id = s.partner_id AND n.request_id = s.request_id AND n.phone = s.phone
  LEFT JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
  ${OF_REQUEST}`;

/**
 * All assignments `s` of a partner and their orders `o`, for all of them to be looked at: request by request, whose orders
 * name their numbers from an index alone, rather than number by number.
 */
export function allAssigned(partnerId: string): string {
  return `number_assignment s
    LEFT JOIN (
      SELECT o.*, n.phone
      FROM (SELECT DISTINCT request_id FROM number_assignment WHERE partner_id = ${partnerId}) given
      CROSS JOIN LATERAL (
        SELECT o.* FROM port_order o WHERE o.partner_id = ${partnerId} AND o.request_id = given.request_id OFFSET 0
      ) o
      CROSS JOIN LATERAL (
        SELECT n.phone FROM port_number n WHERE n.partner_id = ${partnerId} AND n.order_id = o.id OFFSET 0
      ) n
    ) o ON o.partner_id = s.partner_id AND o.request_id = s.request_id AND o.phone = s.phone`;
}

/** How an assignment stands, over ASSIGNED. Source: src/domain/assignment.ts. */
export const STANDING =
  'assignment_standing(s.foc_on, o.toll_free, o.detailed_status, o.foc_on, o.approved_on)';

/** What somebody who looks at it now sees: another look is due when it is not what was seen last. */
export const SEEN_NOW = `assignment_seen(${STANDING}, o.foc_on, o.foc_moves, o.status_since)`;

/** Assigned, no longer safe, and nobody has looked since. */
export const ALERTS = `(${STANDING} <> 'safe' AND s.seen_as IS DISTINCT FROM ${SEEN_NOW})`;
