import PDFDocument from 'pdfkit';
import type pg from 'pg';

/** A message of a partner in the demo: to its newest order in a status, so many hours ago. */
type SeedMessage = {
  inStatus: string;
  /** Of the orders in that status, the newest first. */
  nth: number;
  hoursAgo: number;
  text: string;
  /** A PDF of these lines goes with it. */
  file?: { name: string; lines: readonly string[] };
  /** The porting team dealt with it so many hours ago; without, it waits. */
  handledHoursAgo?: number;
};

const MESSAGES: readonly SeedMessage[] = [
  {
    ...{ inStatus: 'additional-information-provided', nth: 0, hoursAgo: 3 },
    text: 'The account number on the order was an old one. The right one is on the attached bill, page 1.\nThe service address is as on the LOA.',
    file: {
      name: 'november-bill.pdf',
      lines: ['Bill for November', 'Account 88-20417', 'Service address 118 Harbor Street, Suite 4'],
    },
  },
  {
    ...{ inStatus: 'pending-carrier-response', nth: 0, hoursAgo: 27 },
    text: 'Our customer moves offices on Friday. Can you tell whether the carrier will agree to a day this week?',
  },
  {
    ...{ inStatus: 'firm-order-confirmation', nth: 0, hoursAgo: 52, handledHoursAgo: 49 },
    text: 'Please keep the porting time as it is: the technician is booked.',
  },
];

/** Lets the first partner's contact write about a few of its orders: one message waits for the porting team with a bill. */
export async function insertMessages(client: pg.Client, partnerId: number): Promise<void> {
  for (const message of MESSAGES) {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM port_order WHERE partner_id = $1 AND detailed_status = $2::detailed_status
       ORDER BY created_on DESC, id DESC LIMIT 1 OFFSET $3`,
      [partnerId, message.inStatus, message.nth],
    );
    const orderId = rows[0]?.id;
    if (orderId !== undefined) await insertMessage(client, partnerId, orderId, message);
  }
}

async function insertMessage(
  client: pg.Client,
  partnerId: number,
  orderId: string,
  { text, file, hoursAgo, handledHoursAgo }: SeedMessage,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO order_event (partner_id, order_id, at, actor_id, actor, kind, changes, note, visible_to_partner)
     SELECT $1, $2, now() - $3 * interval '1 hour', id, name, 'message', '[]', $4, true
     FROM app_user WHERE partner_id = $1 AND role = 'partner' ORDER BY email LIMIT 1 RETURNING id`,
    [partnerId, orderId, hoursAgo, text],
  );
  const eventId = rows[0]?.id;
  if (file && eventId !== undefined) {
    await client.query(
      `INSERT INTO document (partner_id, kind, file_name, content_type, size, sha256, content, at, actor_id, actor, event_id)
       SELECT $1, 'attachment', $3, 'application/pdf', length($4::bytea), encode(sha256($4::bytea), 'hex'), $4, at, actor_id,
         actor, id FROM order_event WHERE partner_id = $1 AND id = $2`,
      [partnerId, eventId, file.name, await pdfOf(file.lines)],
    );
  }
  if (handledHoursAgo === undefined) {
    await client.query(
      `UPDATE port_order SET replied_at = now() - $3 * interval '1 hour' WHERE partner_id = $1 AND id = $2`,
      [partnerId, orderId, hoursAgo],
    );
    return;
  }
  await client.query(
    `INSERT INTO order_event (partner_id, order_id, at, actor_id, actor, kind, changes, visible_to_partner)
     SELECT $1, $2, now() - $3 * interval '1 hour', id, name, 'handled', '[]', true
     FROM app_user WHERE role = 'agent' ORDER BY email LIMIT 1`,
    [partnerId, orderId, handledHoursAgo],
  );
}

function pdfOf(lines: readonly string[]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'LETTER', margin: 72 });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(parts))));
  for (const line of lines) pdf.fontSize(12).text(line);
  pdf.end();
  return whole;
}
