import type { MailState } from '#domain/mail.ts';
import type { Scope } from '../tenant.ts';

/** Mails are read, sent and sent again across all partners. */
export const STAFF: Scope = { role: 'portal_staff' };

/** A mail as lists show it. */
export type ListedMail = {
  id: string;
  state: MailState;
  to: string;
  subject: string;
  partner: { slug: string; name: string };
  queuedAt: Date;
  sentAt: Date | null;
  /** How often it was tried, since it was queued or sent again. */
  attempts: number;
  triedAt: Date | null;
  /** Why the last attempt failed. */
  error: string | null;
};

/** The columns of a listed mail, of `mail m` joined with `partner p`. */
export const LISTED_MAIL = `
  m.id, m.state, m.to_address AS "to", m.subject, jsonb_build_object('slug', p.slug, 'name', p.name) AS partner,
  m.queued_at AS "queuedAt", m.sent_at AS "sentAt", m.attempts, m.tried_at AS "triedAt", m.error`;
