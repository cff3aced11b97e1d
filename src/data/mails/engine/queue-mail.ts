import { mailAddress, mailSubject } from '#domain/mail.ts';
import type { Query } from '../../tenant.ts';

/** A mail to be sent. Documents of its event go with it as attachments. */
export type NewMail = {
  partnerId: number;
  orderId: number | null;
  /** The message that it carries. */
  eventId: number | null;
  /** One address, as are those who answer to it. */
  to: string;
  replyTo: string | null;
  subject: string;
  body: string;
};

/**
 * Writes a mail into the transaction of what it tells about; the database makes the job that sends it in the same one, so
 * that there is never one without the other. Returns its id. Throws when an address is not one.
 */
export async function queueMail(query: Query, mail: NewMail): Promise<string> {
  const [queued] = await query<{ id: string }>(
    `INSERT INTO mail (partner_id, order_id, event_id, to_address, reply_to, subject, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [
      mail.partnerId,
      mail.orderId,
      mail.eventId,
      mailAddress(mail.to),
      mail.replyTo === null ? null : mailAddress(mail.replyTo),
      mailSubject(mail.subject),
      mail.body.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', ''),
    ],
  );
  if (!queued) throw new Error('The mail was not queued.');
  return queued.id;
}
