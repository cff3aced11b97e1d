import type pg from 'pg';

/** To whom, in the order in which numbers are taken. Some are given without a name. */
const NAMES = [
  'Front desk',
  'Maya Ortiz',
  'Conference room 2',
  'Fax, second floor',
  null,
  'Jonas Beck',
  'Reception, after hours',
  null,
];

/**
 * Numbers that a partner's contact gave to users in the last days: most of them safe, some on a date that moved since, some
 * on one that was revoked.
 */
export async function seedAssignments(client: pg.Client, partnerId: number): Promise<void> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `SELECT id, name FROM app_user WHERE partner_id = $1 AND role = 'partner' ORDER BY created_at LIMIT 1`,
    [partnerId],
  );
  const [user] = rows;
  if (!user) return;
  const taken = `
    SELECT n.request_id, n.phone, n.order_id, o.foc_on, o.estimated_on,
      row_number() OVER (PARTITION BY o.id ORDER BY n.phone) AS place, dense_rank() OVER (ORDER BY o.id) AS rank
    FROM port_order o JOIN port_number n ON n.partner_id = o.partner_id AND n.order_id = o.id
    WHERE o.partner_id = $1`;
  // Of the first orders of each kind two or three numbers, relying on the date that stood when they were given away.
  const kinds = [
    [`${taken} AND o.detailed_status = 'firm-order-confirmation' AND o.number_count > 4`, 'foc_on - 2', 1],
    [`${taken} AND o.detailed_status = 'pending-carrier-response' AND NOT o.toll_free`, 'estimated_on', 1],
    [`${taken} AND o.detailed_status = 'completed' AND NOT o.toll_free`, 'foc_on', 2],
    [`${taken} AND ready_to_assign(o.toll_free, o.detailed_status, o.foc_on, o.approved_on)`, 'foc_on', 6],
  ] as const;
  for (const [numbers, reliedOn, orders] of kinds) {
    await client.query(
      `INSERT INTO number_assignment (partner_id, request_id, phone, at, actor_id, actor, assigned_to, batch_id, foc_on)
       SELECT $1, request_id, phone, now() - rank * interval '7 hours' - interval '2 days', $2, $3,
         ($4::text[])[1 + (rank * 3 + place) % ${NAMES.length}], md5('seed ' || order_id)::uuid, ${reliedOn}
       FROM (${numbers}) numbers WHERE rank <= ${orders} AND place <= 3
       ON CONFLICT DO NOTHING`,
      [partnerId, user.id, user.name, NAMES],
    );
  }
  await client.query(
    `INSERT INTO order_event (partner_id, order_id, at, actor_id, actor, kind, numbers, note, visible_to_partner)
     SELECT $1, n.order_id, s.at, $2, $3, 'assigned', array_agg(s.phone ORDER BY s.phone), s.assigned_to, true
     FROM number_assignment s
     JOIN port_number n ON n.partner_id = s.partner_id AND n.request_id = s.request_id AND n.phone = s.phone
     WHERE s.partner_id = $1 GROUP BY n.order_id, s.at, s.assigned_to ORDER BY s.at`,
    [partnerId, user.id, user.name],
  );
}
