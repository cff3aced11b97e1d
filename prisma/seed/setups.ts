import type pg from 'pg';
import { sealSecret } from '#server/secret-text.ts';

/**
 * Accounts that the first partner sets up: one in step 2, with a mixed list in its box, and one that was submitted, with new
 * numbers that came, that wait, and that were refused. Without a key no account numbers are kept.
 */
export async function seedSetups(
  client: pg.Client,
  partnerId: number,
  secretsKey: string | null,
): Promise<void> {
  const { rows: users } = await client.query<{ id: string; name: string }>(
    `SELECT id, name FROM app_user WHERE role = 'partner' AND partner_id = $1`,
    [partnerId],
  );
  const user = users[0];
  if (!user) return;
  await client.query(
    `INSERT INTO account (partner_id, id, username, company_name) VALUES ($1, '7004266', 'brightwater', 'Brightwater Pediatrics')`,
    [partnerId],
  );
  const draft = await insertSetup(client, { partnerId, user, accountId: '7004266', submitted: false });
  await insertTransfer(client, { partnerId, setupId: draft, secretsKey, pasted: PASTED, requestId: null });
  await client.query(
    `INSERT INTO number_order (partner_id, account_id, setup_id, toll_free, area_code, city, quantity, actor_id, actor)
     VALUES ($1, '7004266', $2, false, '919', 'Raleigh NC', 2, $3, $4)`,
    [partnerId, draft, user.id, user.name],
  );
  await seedSubmitted(client, partnerId, user, secretsKey);
}

type User = { id: string; name: string };

async function seedSubmitted(
  client: pg.Client,
  partnerId: number,
  user: User,
  secretsKey: string | null,
): Promise<void> {
  const { rows } = await client.query<{ id: string; account_id: string; phones: string[] }>(
    `SELECT r.id, r.account_id, array_agg(n.phone ORDER BY n.phone) AS phones FROM port_request r
     JOIN port_number n ON n.partner_id = r.partner_id AND n.request_id = r.id
     WHERE r.partner_id = $1 AND EXISTS (
       SELECT FROM port_order o WHERE o.partner_id = r.partner_id AND o.request_id = r.id
         AND o.detailed_status = 'waiting-for-loa' AND NOT o.toll_free)
     GROUP BY r.id, r.account_id ORDER BY r.id LIMIT 1`,
    [partnerId],
  );
  const request = rows[0];
  if (!request) return;
  const accountId = request.account_id;
  const setupId = await insertSetup(client, { partnerId, user, accountId, submitted: true });
  const pasted = request.phones.map((phone) => phone.slice(2)).join('\n');
  await insertTransfer(client, { partnerId, setupId, secretsKey, pasted, requestId: request.id });
  for (const { areaCode, quantity, state, phones, because } of NEW_NUMBERS) {
    await client.query(
      `INSERT INTO number_order (partner_id, account_id, setup_id, toll_free, area_code, quantity, state, at, actor_id,
         actor, requested_at, decided_at, decided_by, phones, because, version)
       VALUES ($1, $2, $3, false, $4, $5, $6, now() - interval '2 days', $7, $8, now() - interval '2 days',
         CASE WHEN $6 <> 'requested' THEN now() - interval '1 day' END,
         CASE WHEN $6 <> 'requested' THEN 'Priya Raman' END, $9, $10, 3)`,
      [partnerId, accountId, setupId, areaCode, quantity, state, user.id, user.name, phones, because],
    );
  }
}

type NewSetup = { partnerId: number; user: User; accountId: string; submitted: boolean };

async function insertSetup(
  client: pg.Client,
  { partnerId, user, accountId, submitted }: NewSetup,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO unite_setup (partner_id, account_id, contact_name, contact_email, actor_id, actor, created_at, updated_at,
       submitted_at)
     VALUES ($1, $2, 'Ada Bright', 'ada@brightwater.example', $3, $4, now() - interval '3 days', now() - interval '2 days',
       CASE WHEN $5 THEN now() - interval '2 days' END) RETURNING id`,
    [partnerId, accountId, user.id, user.name, submitted],
  );
  return rows[0]?.id ?? '0';
}

type NewTransfer = {
  partnerId: number;
  setupId: string;
  secretsKey: string | null;
  pasted: string;
  requestId: string | null;
};

async function insertTransfer(client: pg.Client, transfer: NewTransfer): Promise<void> {
  const { partnerId, setupId, secretsKey, pasted, requestId } = transfer;
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO setup_transfer (partner_id, setup_id, carrier, service_address, authorised_name, timing, pasted, request_id,
       submitted_at)
     VALUES ($1, $2, 'Verizon Business', '120 Fayetteville St, Raleigh NC 27601', 'Ada Bright', '2-4-weeks', $3, $4,
       CASE WHEN $4::text IS NOT NULL THEN now() - interval '2 days' END) RETURNING id`,
    [partnerId, setupId, pasted, requestId],
  );
  if (secretsKey === null) return;
  const place = { partnerId, transferId: Number(rows[0]?.id), field: 'account-number' } as const;
  await client.query('UPDATE setup_transfer SET account_number = $3 WHERE partner_id = $1 AND id = $2', [
    ...[partnerId, place.transferId, sealSecret('8834221097', place, secretsKey)],
  ]);
}

const PASTED = `(984) 555-0110
984.555.0111
+1 984 555 0112
984-555-0113 to 0118
984 555 01
(984) 555-0112
+44 20 7946 0958`;

const NEW_NUMBERS = [
  {
    ...{ areaCode: '984', quantity: 2, state: 'fulfilled', because: null },
    phones: ['+19845550180', '+19845550181'],
  },
  { areaCode: '984', quantity: 5, state: 'requested', phones: [], because: null },
  {
    ...{ areaCode: '212', quantity: 10, state: 'refused', phones: [] },
    because: 'Area code 212 has none left. We can offer 646 or 332.',
  },
];
