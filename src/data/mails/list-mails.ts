import type { MailState } from '#domain/mail.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { LISTED_MAIL, type ListedMail, STAFF } from './mail.ts';

/** The place in the list after which it goes on. */
export type MailPlace = { queuedAt: Date; id: string };

export type MailFilter = { state?: MailState | null; after?: MailPlace | null; limit?: number };

/** Mails of all partners, the newest first; `next` is where the list goes on, null at its end. */
export async function listMails(
  viewer: Viewer,
  { state = null, after = null, limit = 50 }: MailFilter = {},
): Promise<{ mails: ListedMail[]; next: MailPlace | null }> {
  demand(viewer, 'mail.read');
  const found = await readIn(STAFF, (query) =>
    query<ListedMail>(
      `SELECT ${LISTED_MAIL} FROM mail m JOIN partner p ON p.id = m.partner_id
       WHERE ($1::text IS NULL OR m.state = $1)
         AND ($2::timestamptz IS NULL OR (m.queued_at, m.id) < ($2, $3::uuid))
       ORDER BY m.queued_at DESC, m.id DESC LIMIT $4`,
      [state, after?.queuedAt ?? null, after?.id ?? null, limit + 1],
    ),
  );
  const mails = found.slice(0, limit);
  const last = mails.at(-1);
  return { mails, next: found.length > limit && last ? { queuedAt: last.queuedAt, id: last.id } : null };
}
