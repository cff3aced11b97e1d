import type { MailState } from '#domain/mail.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Changed } from '../admin/changed.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';
import { STAFF } from './mail.ts';

/**
 * Has a mail sent once more that failed, or that was kept for want of a mail server, under the Message-ID that it has. One
 * that was sent meanwhile, or waits, is left as it is: never twice. Throws NotFound.
 */
export async function resendMail(viewer: Viewer, id: string, now: Date): Promise<Changed<'sent' | 'queued'>> {
  demand(viewer, 'mail.resend');
  return writeIn(STAFF, async (query) => {
    const [mail] = await query<{ state: MailState; subject: string; to: string }>(
      'SELECT state, subject, to_address AS "to" FROM mail WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (!mail) throw new NotFound('mail');
    if (mail.state === 'sent' || mail.state === 'queued') return { kind: 'refused', because: mail.state };
    // The database makes the job.
    await query(
      `UPDATE mail SET state = 'queued', attempts = 0, tried_at = NULL, error = NULL, queued_at = $2 WHERE id = $1`,
      [id, now],
    );
    const subject = `${mail.subject} (to ${mail.to})`;
    await recordAdmin(query, viewer, { kind: 'mail-sent-again', subject });
    return { kind: 'changed' };
  });
}
