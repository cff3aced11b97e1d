import { MAIL_ATTEMPTS, type MailState } from '#domain/mail.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Query, writeForWorker } from '../tenant.ts';
import { STAFF } from './mail.ts';

/** A mail as it is handed to a mail server. */
export type OutgoingMail = {
  id: string;
  to: string;
  /** Who wrote what it carries, and where an answer goes. */
  replyTo: { name: string; address: string } | null;
  subject: string;
  body: string;
  /** When it was written. */
  date: Date;
  attachments: { fileName: string; contentType: string; content: Buffer }[];
};

/** What came of handing it over. `forGood`: the server will never take it. `error` has no secrets. */
export type Delivery =
  | { kind: 'sent' }
  | { kind: 'kept' }
  | { kind: 'refused'; error: string; forGood: boolean };

/** `later`: it is to be tried again. `nothing`: it does not wait, or is not there. */
export type SendOutcome = 'sent' | 'kept' | 'failed' | 'later' | 'nothing';

/**
 * Hands a waiting mail to `deliver` and writes down what came of it, holding the mail meanwhile: whoever else would send it
 * waits, and then finds it sent. What `deliver` throws leaves the mail as it was.
 */
export async function sendMail(
  viewer: Viewer,
  id: string,
  deliver: (mail: OutgoingMail) => Promise<Delivery>,
  clock: () => Date,
): Promise<SendOutcome> {
  demand(viewer, 'mail.send');
  return writeForWorker(STAFF, async (query) => {
    const held = await hold(query, id);
    if (!held) return 'nothing';
    const delivery = await deliver(held.mail);
    return note(query, id, held.attempts + 1, delivery, clock());
  });
}

type Held = { mail: OutgoingMail; attempts: number };
type HeldRow = Omit<OutgoingMail, 'replyTo' | 'attachments'> & {
  state: MailState;
  attempts: number;
  replyTo: string | null;
  writer: string | null;
  partnerId: number;
  eventId: number | null;
};

async function hold(query: Query, id: string): Promise<Held | null> {
  const [row] = await query<HeldRow>(
    `SELECT m.id, m.state, m.attempts, m.to_address AS "to", m.reply_to AS "replyTo", m.subject, m.body, m.queued_at AS date,
       m.partner_id AS "partnerId", m.event_id AS "eventId",
       (SELECT e.actor FROM order_event e WHERE e.partner_id = m.partner_id AND e.id = m.event_id) AS writer
     FROM mail m WHERE m.id = $1 FOR UPDATE OF m`,
    [id],
  );
  if (row?.state !== 'queued') return null;
  const attachments = await query<OutgoingMail['attachments'][number]>(
    `SELECT file_name AS "fileName", content_type AS "contentType", content FROM document
     WHERE partner_id = $1 AND event_id = $2 ORDER BY at, id`,
    [row.partnerId, row.eventId],
  );
  const { to, subject, body, date, attempts, replyTo, writer } = row;
  const answersTo = replyTo === null ? null : { name: writer ?? '', address: replyTo };
  return { mail: { id, to, replyTo: answersTo, subject, body, date, attachments }, attempts };
}

async function note(
  query: Query,
  id: string,
  attempts: number,
  delivery: Delivery,
  now: Date,
): Promise<SendOutcome> {
  const write = (state: MailState, error: string | null) =>
    query(
      `UPDATE mail SET state = $2, attempts = $3, tried_at = $4, sent_at = CASE $2 WHEN 'sent' THEN $4::timestamptz END,
         error = $5 WHERE id = $1`,
      [id, state, attempts, now, error],
    );
  if (delivery.kind !== 'refused') {
    await write(delivery.kind, null);
    return delivery.kind;
  }
  if (delivery.forGood || attempts >= MAIL_ATTEMPTS) {
    await write('failed', delivery.error);
    return 'failed';
  }
  // Without the state, which would make another job: the one that there is tries again.
  await query('UPDATE mail SET attempts = $2, tried_at = $3, error = $4 WHERE id = $1', [
    id,
    attempts,
    now,
    delivery.error,
  ]);
  return 'later';
}
