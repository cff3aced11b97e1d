import { insertDocument } from '#data/documents/engine/insert-document.ts';
import { type NewMail, queueMail } from '#data/mails/engine/queue-mail.ts';
import { writeIn } from '#data/tenant.ts';
import type { Order } from './factories.ts';
import { asOwner, insert } from './owner.ts';
import { makeUser, type User } from './users.ts';

/** What a partner's user wrote about an order: the event that a mail carries. */
export async function makeMessage(order: Order, by?: User): Promise<{ id: number; user: User }> {
  const { partner } = order.request.account;
  const user = by ?? (await makeUser({ partner }));
  const { id } = await insert<{ id: string }>('order_event', {
    partner_id: partner.id,
    order_id: order.id,
    actor_id: user.id,
    actor: user.name,
    kind: 'message',
    note: 'Where do they stand?',
    visible_to_partner: true,
  });
  return { id: Number(id), user };
}

/** A mail of an order's partner to the porting team, queued as the partner queues it. Returns its id. */
export function makeMail(order: Order, given: Partial<NewMail> = {}): Promise<string> {
  const { partner } = order.request.account;
  return writeIn({ role: 'portal_partner', partnerId: partner.id }, (query) =>
    queueMail(query, {
      partnerId: partner.id,
      orderId: order.id,
      eventId: null,
      to: 'porting@example.com',
      replyTo: null,
      subject: `Case ${order.request.caseNumber}, request ${order.request.id}`,
      body: 'Where do they stand?\n',
      ...given,
    }),
  );
}

/** A document of a message of the partner's. Returns its id. */
export function makeDocument(
  order: Order,
  message: { id: number; user: User },
  given: { fileName?: string; content?: Uint8Array } = {},
): Promise<string> {
  const { partner } = order.request.account;
  const { fileName = 'bill.pdf', content = Buffer.from('%PDF-1.7 …') } = given;
  const by = { actorId: message.user.id, actor: message.user.name, now: new Date() };
  return writeIn({ role: 'portal_partner', partnerId: partner.id }, (query) =>
    insertDocument(query, by, {
      ...{ partnerId: partner.id, kind: 'attachment', fileName, contentType: 'application/pdf', content },
      ...{ transferId: null, eventId: message.id },
    }),
  );
}

export type MailNow = {
  state: string;
  attempts: number;
  error: string | null;
  sent: boolean;
};

/** What became of a mail. */
export async function mailNow(id: string): Promise<MailNow | undefined> {
  const [row] = await asOwner<MailNow>(
    'SELECT state, attempts, error, sent_at IS NOT NULL AS sent FROM mail WHERE id = $1',
    [id],
  );
  return row;
}

/** How many jobs there are for a mail. */
export async function jobsOf(id: string): Promise<number> {
  const [row] = await asOwner<{ count: number }>(
    `SELECT count(*)::integer AS count FROM graphile_worker._private_jobs WHERE payload->>'id' = $1`,
    [id],
  );
  return row?.count ?? 0;
}

/** The wait for the next attempt at a mail is over. */
export async function endWait(id: string): Promise<void> {
  await asOwner(
    `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE payload->>'id' = $1 AND locked_at IS NULL`,
    [id],
  );
}

/** Two minutes have gone by since a worker took the job of a mail. */
export async function letAge(id: string): Promise<void> {
  await asOwner(
    `UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '2 minutes' WHERE payload->>'id' = $1`,
    [id],
  );
}
