import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

/**
 * Read-only links of the first partner's contact, in each state that one can be in, with uses; and when the partners'
 * contacts were here last, so that their home tells what changed since. Nobody knows the tokens.
 */
export async function seedLinks(client: pg.Client): Promise<void> {
  const { rows: requests } = await client.query<{
    partner_id: number;
    id: string;
    user_id: string;
    name: string;
  }>(
    `SELECT r.partner_id, r.id, u.id AS user_id, u.name
     FROM app_user u JOIN port_request r ON r.partner_id = u.partner_id
     JOIN port_order o ON o.partner_id = r.partner_id AND o.request_id = r.id
     WHERE u.role = 'partner' AND u.partner_id = (SELECT min(id) FROM partner)
     GROUP BY r.partner_id, r.id, u.id, u.name HAVING bool_or(o.facet < 24) ORDER BY r.id::bigint DESC LIMIT 4`,
  );
  for (const [i, { made, holds, withdrawn, uses }] of LINKS.entries()) {
    const request = requests[i];
    if (!request) continue;
    const hash = createHash('sha256').update(randomBytes(32)).digest('hex');
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO request_link (partner_id, request_id, token_hash, at, actor_id, actor, expires_at, withdrawn_at, withdrawn_by)
       SELECT $1, $2, $3, now() - $6 * interval '1 day', $4, $5, now() + ($7 - $6) * interval '1 day',
         CASE WHEN $8 THEN now() - interval '2 days' END, CASE WHEN $8 THEN $5 END
       RETURNING id`,
      [request.partner_id, request.id, hash, request.user_id, request.name, made, holds, withdrawn],
    );
    await client.query(
      `INSERT INTO request_link_use (partner_id, link_id, at, address)
       SELECT $1, $2, now() - (n * interval '26 hours'), '198.51.100.' || (20 + n % 2)
       FROM generate_series($3::integer, 1, -1) AS n`,
      [request.partner_id, rows[0]?.id, uses],
    );
  }
  await client.query(
    `INSERT INTO user_visit (user_id, began_at, seen_at)
     SELECT id, now() - interval '30 hours', now() - interval '29 hours' FROM app_user WHERE role = 'partner'`,
  );
}

const LINKS = [
  { made: 5, holds: 30, withdrawn: false, uses: 3 },
  { made: 1, holds: 7, withdrawn: false, uses: 0 },
  { made: 40, holds: 30, withdrawn: false, uses: 9 },
  { made: 9, holds: 90, withdrawn: true, uses: 1 },
];
