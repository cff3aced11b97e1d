import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { LISTED_MAIL, type ListedMail, STAFF } from './mail.ts';

/** One mail as it is, or will be, sent. */
export type Mail = ListedMail & {
  replyTo: string | null;
  /** Plain text. */
  body: string;
  /** The order that it is about, when it is still there. */
  orderId: number | null;
  attachments: { id: string; fileName: string; size: number }[];
};

/** Reads a mail. Throws NotFound. */
export async function readMail(viewer: Viewer, id: string): Promise<Mail> {
  demand(viewer, 'mail.read');
  const [mail] = await readIn(STAFF, (query) =>
    query<Mail>(
      `SELECT ${LISTED_MAIL}, m.reply_to AS "replyTo", m.body,
         (SELECT o.id FROM port_order o WHERE o.partner_id = m.partner_id AND o.id = m.order_id) AS "orderId",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'fileName', d.file_name, 'size', d.size)
            ORDER BY d.at, d.id), '[]')
          FROM document d WHERE d.partner_id = m.partner_id AND d.event_id = m.event_id) AS attachments
       FROM mail m JOIN partner p ON p.id = m.partner_id WHERE m.id = $1`,
      [id],
    ),
  );
  if (!mail) throw new NotFound('mail');
  return mail;
}
