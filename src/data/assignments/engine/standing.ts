/** Assignments `s`, and the number `n` and its order `o` where the request still has them. */
export const ASSIGNED_ALONE = `number_assignment s
  LEFT JOIN port_number n ON n.partner_id = s.partner_id AND n.request_id = s.request_id AND n.phone = s.phone
  LEFT JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id`;

/** The same with the request `r`, which knows the account also of a number that has left its order. */
export const ASSIGNED = `${ASSIGNED_ALONE}
  JOIN port_request r ON r.partner_id = s.partner_id AND r.id = s.request_id`;

/** How an assignment stands, over ASSIGNED. Source: src/domain/assignment.ts. */
export const STANDING =
  'assignment_standing(s.foc_on, o.toll_free, o.detailed_status, o.foc_on, o.approved_on)';

/** What somebody who looks at it now sees: another look is due when it is not what was seen last. */
export const SEEN_NOW = `assignment_seen(${STANDING}, o.foc_on, o.status_since)`;

/** Assigned, no longer safe, and nobody has looked since. */
export const ALERTS = `(${STANDING} <> 'safe' AND s.seen_as IS DISTINCT FROM ${SEEN_NOW})`;
