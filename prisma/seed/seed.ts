import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { hashPassword } from '#server/password.ts';
import { seedAssignments } from './assignments.ts';
import { seedLinks } from './links.ts';
import { seedMails } from './mails.ts';
import { insertMessages } from './messages.ts';
import { END_USER, PARTNERS, STAFF } from './names.ts';
import { seedSetups } from './setups.ts';
import { makeWorld, type SeedOrder, type SeedPartner } from './world.ts';

export type SeededUser = { role: string; email: string; password: string; partner: string | null };

/**
 * Fills an empty, migrated database with a small believable world: 3 partners, 40 accounts, 3,000 numbers in every status,
 * users of each role. One transaction: all of it or nothing.
 * @returns the sign-in of each user, with the password in the clear: it is made here and stored nowhere else.
 */
export async function seed(databaseUrl: string, secretsKey: string | null = null): Promise<SeededUser[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    const ids = new Map<string, number>();
    const holidays = await client.query<{ day: CalendarDate; name: string }>(
      "SELECT to_char(day, 'YYYY-MM-DD') AS day, name FROM holiday",
    );
    const daysOff = new Map(holidays.rows.map(({ day, name }) => [day, name]));
    for (const partner of makeWorld(pacificDate(new Date()), daysOff))
      ids.set(partner.slug, await insertPartner(client, partner));
    const users = await insertUsers(client, ids);
    await insertMessages(client, ids.get(PARTNERS[0].slug) ?? 0);
    await seedMails(client);
    await seedLinks(client);
    await seedAssignments(client, ids.get(PARTNERS[0].slug) ?? 0);
    await seedSetups(client, ids.get(PARTNERS[0].slug) ?? 0, secretsKey);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
    return users;
  } finally {
    // Ending the connection rolls back what was not committed.
    await client.end();
  }
}

async function insertPartner(client: pg.Client, partner: SeedPartner): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    'INSERT INTO partner (slug, name) VALUES ($1, $2) RETURNING id',
    [partner.slug, partner.name],
  );
  const partnerId = rows[0]?.id ?? 0;
  await client.query(
    `INSERT INTO account (partner_id, id, username, company_name)
     SELECT $1, id, username, company FROM jsonb_to_recordset($2::jsonb) AS t(id text, username text, company text)`,
    [partnerId, JSON.stringify(partner.accounts)],
  );
  await client.query(
    `INSERT INTO port_request (partner_id, id, account_id, case_number)
     SELECT $1, id, "accountId", "caseNumber" FROM jsonb_to_recordset($2::jsonb) AS t(id text, "accountId" text, "caseNumber" text)`,
    [partnerId, JSON.stringify(partner.requests.map(({ orders: _, ...request }) => request))],
  );
  for (const request of partner.requests) {
    for (const order of request.orders) await insertOrder(client, partnerId, request, order);
  }
  return partnerId;
}

async function insertOrder(
  client: pg.Client,
  partnerId: number,
  request: { id: string; accountId: string },
  order: SeedOrder,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO port_order (partner_id, request_id, account_id, toll_free, detailed_status, status_since, priority, submitted_on,
       estimated_on, foc_on, foc_time, created_on, requested_on, approved_on, location, coordinator, reject_reason, updated_at)
     VALUES ($1, $2, $3, $4, $5::detailed_status, ${REACHED}, $6::priority, $7, $8, $9::date, $10, $11::date, $12, $13, $14, $15, $16, ${REACHED})
     RETURNING id`,
    [
      partnerId,
      request.id,
      request.accountId,
      order.type === 'toll-free',
      order.detailedStatus,
      order.priority,
      order.submittedOn,
      order.estimatedOn,
      order.focOn,
      order.focTime,
      order.createdOn,
      order.requestedOn,
      order.approvedOn,
      order.location,
      order.coordinator,
      order.rejectReason,
    ],
  );
  const orderId = rows[0]?.id;
  await client.query(
    'INSERT INTO port_number (partner_id, request_id, order_id, phone) SELECT $1, $2, $3, unnest($4::text[])',
    [partnerId, request.id, orderId, order.phones],
  );
  const began = order.detailedStatus === 'waiting-for-loa' ? 'waiting-for-loa' : 'received-loa';
  const change = { field: 'detailedStatus', from: began, to: order.detailedStatus };
  await client.query(
    `INSERT INTO order_event (partner_id, order_id, at, actor, kind, changes, visible_to_partner)
     SELECT $1, id, LEAST(now(), created_on + time '17:00'), 'system: seed', 'created', '[]', true FROM port_order WHERE partner_id = $1 AND id = $2
     UNION ALL
     SELECT $1, id, status_since, 'system: seed', 'changed', $3::jsonb, true FROM port_order
     WHERE partner_id = $1 AND id = $2 AND $4`,
    [partnerId, orderId, JSON.stringify([change]), began !== order.detailedStatus],
  );
}

/** When the order came to where it is: the afternoon of its port, else some days after its creation, never in the future. */
const REACHED = `LEAST(now(), COALESCE(CASE WHEN $5::detailed_status = 'completed' THEN $9::date END, $11::date + 4) + time '19:00')`;

async function insertUsers(client: pg.Client, ids: ReadonlyMap<string, number>): Promise<SeededUser[]> {
  const wanted = [
    ...PARTNERS.map(({ slug, contact }) => ({ role: 'partner', ...contact, partner: slug, account: null })),
    { role: 'end-user', ...END_USER, partner: PARTNERS[0].slug, account: 'first' },
    ...STAFF.map((person) => ({ ...person, partner: null, account: null })),
  ];
  const users: SeededUser[] = [];
  for (const { role, name, email, partner, account } of wanted) {
    const password = makePassword();
    const partnerId = partner === null ? null : ids.get(partner);
    await client.query(
      `INSERT INTO app_user (email, name, role, partner_id, account_id, password_hash)
       VALUES ($1, $2, $3::user_role, $4::integer, CASE WHEN $5 THEN (SELECT min(id) FROM account WHERE partner_id = $4::integer) END, $6)`,
      [email, name, role, partnerId, account !== null, await hashPassword(password)],
    );
    users.push({ role, email, password, partner });
  }
  return users;
}

/** Sixteen characters that are hard to mistake for one another, in groups of four. */
function makePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
