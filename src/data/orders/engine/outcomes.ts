import type { Query } from '../../tenant.ts';
import { LISTED, type RefusedOrder } from '../act.ts';
import type { NamedOrder } from '../order.ts';
import type { Act } from './acts.ts';

/** The first orders of an act that came out in a way that says why. */
export async function listOutcomes(
  query: Query,
  act: Act,
  outcome: 'refused' | 'conflict' | 'kept',
): Promise<RefusedOrder[]> {
  const rows = await query<NamedOrder & { because: string }>(
    `SELECT x.partner_id AS "partnerId", x.order_id AS "orderId", o.request_id AS "requestId", p.name AS partner,
       a.company_name AS company, x.because
     FROM desk_act_order x
     JOIN port_order o ON o.partner_id = x.partner_id AND o.id = x.order_id
     JOIN partner p ON p.id = o.partner_id
     JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id
     WHERE x.act_id = $1 AND x.outcome = $2 ORDER BY x.partner_id, x.order_id LIMIT ${LISTED}`,
    [act.id, outcome],
  );
  return rows.map(({ because, ...order }) => ({ order, because }));
}
