import { MAIL_STATES, type MailState } from '#domain/mail.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { STAFF } from './mail.ts';

/** How many mails there are in each state, of all partners. */
export async function countMails(viewer: Viewer): Promise<Record<MailState, number>> {
  demand(viewer, 'mail.read');
  const counted = await readIn(STAFF, (query) =>
    query<{ state: MailState; count: number }>('SELECT state, count(*) AS count FROM mail GROUP BY state'),
  );
  const counts = new Map(counted.map(({ state, count }) => [state, count]));
  return Object.fromEntries(MAIL_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
    MailState,
    number
  >;
}
