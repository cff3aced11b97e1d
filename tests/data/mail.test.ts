import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { listAdminEvents } from '#data/admin/list-admin-events.ts';
import { closeConnections } from '#data/connection.ts';
import { readDocument } from '#data/documents/read-document.ts';
import { countMails } from '#data/mails/count-mails.ts';
import { listMails, type MailPlace } from '#data/mails/list-mails.ts';
import { readMail } from '#data/mails/read-mail.ts';
import { requeueMails } from '#data/mails/requeue-mails.ts';
import { resendMail } from '#data/mails/resend-mail.ts';
import { systemActor } from '#data/system-actor.ts';
import { writeIn } from '#data/tenant.ts';
import { MAIL_ATTEMPTS } from '#domain/mail.ts';
import type { Viewer } from '#domain/viewer.ts';
import { log } from '#server/log.ts';
import { deliveryOver } from '#server/mail/delivery.ts';
import { workOffMails } from '#server/mail/worker.ts';
import { freePort } from '../../scripts/free-port.ts';
import { makeAgent } from '../support/desk.ts';
import { makeOrder, makePartner, type Order } from '../support/factories.ts';
import { copyOfTemplate } from '../support/fresh-database.ts';
import { endWait, jobsOf, mailNow, makeDocument, makeMail, makeMessage } from '../support/mails.ts';
import { asOwner } from '../support/owner.ts';
import { startMailServer, type Verdict } from '../support/smtp.ts';

const MAIL_FROM = 'Porting portal <portal@example.com>';
const SOON = { timeout: 30_000 };
const NOW = new Date('2026-11-24T17:00:00Z');

let order: Order;
let lead: Viewer & { name: string };

// A worker sends every mail that its database has: this file has one of its own.
beforeAll(async () => {
  const copy = await copyOfTemplate();
  process.env.DATABASE_URL = copy.url;
  log.level = 'silent';
  order = await makeOrder();
  lead = await makeAgent('lead');
  return async () => {
    await closeConnections();
    await copy.drop();
  };
});

describe('a mail that waits is sent once', () => {
  test('with what it carries, and stands as sent', async () => {
    const server = await startMailServer();
    const message = await makeMessage(order);
    await makeDocument(order, message, { fileName: 'October bill.pdf' });
    const id = await makeMail(order, { eventId: message.id, replyTo: message.user.email });
    work(server.url);
    await expect
      .poll(() => mailNow(id), SOON)
      .toMatchObject({ state: 'sent', attempts: 1, error: null, sent: true });
    const [taken] = server.taken;
    expect(taken?.headers.get('reply-to')).toBe(`${message.user.name} <${message.user.email}>`);
    expect(taken?.body).toContain('filename="October bill.pdf"');
    expect(server.taken).toHaveLength(1);
    await expect.poll(() => jobsOf(id), SOON).toBe(0);
  });

  test('also when the mail server is down for a while', async () => {
    const port = await freePort();
    const id = await makeMail(order);
    work(`smtp://127.0.0.1:${port}`);
    await expect
      .poll(() => mailNow(id), SOON)
      .toMatchObject({ state: 'queued', attempts: 1, error: expect.stringContaining('ECONNREFUSED') });
    await endWait(id);
    await expect.poll(async () => (await mailNow(id))?.attempts, SOON).toBeGreaterThan(1);
    const server = await startMailServer({ port });
    await endWait(id);
    await expect.poll(() => mailNow(id), SOON).toMatchObject({ state: 'sent', error: null });
    expect(server.taken).toHaveLength(1);
  });

  test('also when the same job is there twice, and when a job comes after it', async () => {
    const server = await startMailServer();
    const id = await makeMail(order);
    await addJob(id);
    await addJob(id);
    work(server.url);
    await expect.poll(() => jobsOf(id), SOON).toBe(0);
    await addJob(id);
    await expect.poll(() => jobsOf(id), SOON).toBe(0);
    expect(server.taken).toHaveLength(1);
    expect(await mailNow(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('each of many, by two workers with jobs for all of them twice', async () => {
    const server = await startMailServer();
    const ids = await Promise.all(Array.from({ length: 25 }, () => makeMail(order)));
    for (const id of ids) await addJob(id);
    work(server.url);
    work(server.url);
    for (const id of ids) await expect.poll(() => jobsOf(id), SOON).toBe(0);
    const sent = server.taken.map(({ headers }) => headers.get('message-id'));
    expect(sent.toSorted()).toEqual(ids.map((id) => `<mail-${id}@example.com>`).toSorted());
    for (const id of ids) expect(await mailNow(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('also when its job got lost', async () => {
    const server = await startMailServer();
    const id = await makeMail(order);
    await asOwner(`DELETE FROM graphile_worker._private_jobs WHERE payload->>'id' = $1`, [id]);
    expect(await requeueMails(systemActor('mail'), NOW)).toBe(1);
    expect(await mailNow(id)).toMatchObject({ state: 'queued', attempts: 0 });
    work(server.url);
    await expect.poll(() => mailNow(id), SOON).toMatchObject({ state: 'sent' });
    expect(server.taken).toHaveLength(1);
    expect(await requeueMails(systemActor('mail'), NOW)).toBe(0);
  });
});

describe('a mail that cannot be sent', () => {
  test('fails at once when the server will never take it, and is sent when a lead says so', async () => {
    let verdict: Verdict = { code: 552, sentence: 'Too large for us' };
    const server = await startMailServer({ judge: () => verdict });
    const id = await makeMail(order, { subject: 'Case 1' });
    work(server.url);
    await expect
      .poll(() => mailNow(id), SOON)
      .toMatchObject({ state: 'failed', attempts: 1, error: expect.stringContaining('Too large for us') });
    await expect.poll(() => jobsOf(id), SOON).toBe(0);
    expect((await listMails(lead, { state: 'failed' })).mails.map((mail) => mail.id)).toContain(id);

    verdict = null;
    expect(await resendMail(lead, id, NOW)).toEqual({ kind: 'changed' });
    await expect.poll(() => mailNow(id), SOON).toMatchObject({ state: 'sent', attempts: 1, error: null });
    expect(server.taken.map(({ headers }) => headers.get('message-id'))).toEqual([
      `<mail-${id}@example.com>`,
    ]);
    expect(await resendMail(lead, id, NOW)).toEqual({ kind: 'refused', because: 'sent' });
    const { events } = await listAdminEvents(lead, { kind: 'mail-sent-again' });
    expect(events).toMatchObject([{ actor: lead.name, subject: 'Case 1 (to porting@example.com)' }]);
  });

  test('fails after its last attempt', async () => {
    const server = await startMailServer({ judge: () => ({ code: 451, sentence: 'Later' }) });
    const id = await makeMail(order);
    await asOwner('UPDATE mail SET attempts = $2 WHERE id = $1', [id, MAIL_ATTEMPTS - 2]);
    work(server.url);
    await expect
      .poll(() => mailNow(id), SOON)
      .toMatchObject({
        state: 'queued',
        attempts: MAIL_ATTEMPTS - 1,
        error: expect.stringContaining('Later'),
      });
    await endWait(id);
    await expect.poll(() => mailNow(id), SOON).toMatchObject({ state: 'failed', attempts: MAIL_ATTEMPTS });
    await expect.poll(() => jobsOf(id), SOON).toBe(0);
    expect(server.taken).toEqual([]);
  });

  test('is kept where there is no mail server, and goes out once there is one', async () => {
    const id = await makeMail(order);
    const none = work(undefined);
    await expect.poll(() => mailNow(id), SOON).toMatchObject({ state: 'kept', sent: false });
    await none.stop();
    expect(await resendMail(lead, id, NOW)).toEqual({ kind: 'changed' });
    expect(await resendMail(lead, id, NOW)).toEqual({ kind: 'refused', because: 'queued' });
    const server = await startMailServer();
    work(server.url);
    await expect.poll(() => mailNow(id), SOON).toMatchObject({ state: 'sent', sent: true });
    expect(server.taken).toHaveLength(1);
  });
});

describe('mail and what makes it are of one transaction', () => {
  test('what is taken back leaves neither a mail nor a job', async () => {
    const before = await countMails(lead);
    const { partner } = order.request.account;
    const failing = writeIn({ role: 'portal_partner', partnerId: partner.id }, async (query) => {
      await query(
        `INSERT INTO mail (partner_id, to_address, subject, body) VALUES ($1, 'a@b.example', '', '')`,
        [partner.id],
      );
      throw new Error('something else failed');
    });
    await expect(failing).rejects.toThrow('something else failed');
    expect(await countMails(lead)).toEqual(before);
  });

  test('a partner has mails of its own sent, and cannot make jobs by itself', async () => {
    const other = await makePartner();
    await expect(makeMail(order, { partnerId: other.id })).rejects.toThrow('row-level security');
    const scope = { role: 'portal_partner', partnerId: other.id } as const;
    for (const statement of [
      `SELECT graphile_worker.add_job('send-mail', '{}')`,
      'SELECT * FROM graphile_worker.jobs',
      `UPDATE mail SET state = 'queued'`,
    ]) {
      await expect(writeIn(scope, (query) => query(statement))).rejects.toThrow('permission denied');
    }
    await expect(writeIn(scope, (query) => query('SELECT queue_mail()'))).rejects.toThrow();
  });

  test('a subject with a line break is refused by the database too', async () => {
    const { partner } = order.request.account;
    const sent = asOwner(
      `INSERT INTO mail (partner_id, to_address, subject, body) VALUES ($1, 'a@b.example', $2, '')`,
      [partner.id, 'Hello\nBcc: c@d.example'],
    );
    await expect(sent).rejects.toThrow('mail_subject_check');
  });
});

test('leads page through mails, the newest first, by state, and read one with its attachments', async () => {
  const partner = await makePartner();
  const own = await makeOrder({ partner });
  const message = await makeMessage(own);
  const document = await makeDocument(own, message, {
    fileName: 'a"b,c.pdf',
    content: Buffer.from('%PDF-x'),
  });
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push(await makeMail(own, { eventId: i === 4 ? message.id : null }));
  await asOwner(`UPDATE mail SET state = 'sent' WHERE id = $1`, [ids[1]]);
  const all = (await pages({})).filter((id) => ids.includes(id));
  expect(all).toEqual(ids.toReversed());
  expect((await pages({ state: 'sent' })).filter((id) => ids.includes(id))).toEqual([ids[1]]);
  const mail = await readMail(lead, ids[4] ?? '');
  expect(mail).toMatchObject({
    partner: { name: partner.name },
    orderId: own.id,
    body: 'Where do they stand?\n',
    attachments: [{ id: document, fileName: 'ab,c.pdf', size: 6 }],
  });
  expect(await readDocument(lead, document)).toMatchObject({
    fileName: 'ab,c.pdf',
    contentType: 'application/pdf',
    content: Buffer.from('%PDF-x'),
  });
});

async function pages(filter: Parameters<typeof listMails>[1]): Promise<string[]> {
  const ids: string[] = [];
  let after: MailPlace | null = null;
  do {
    const page = await listMails(lead, { ...filter, after, limit: 2 });
    ids.push(...page.mails.map(({ id }) => id));
    after = page.next;
  } while (after);
  return ids;
}

/** A worker that ends with the test. */
function work(url: string | undefined) {
  const worker = workOffMails(deliveryOver({ SMTP_URL: url, MAIL_FROM }));
  onTestFinished(worker.stop);
  return worker;
}

async function addJob(id: string): Promise<void> {
  await asOwner(`SELECT graphile_worker.add_job('send-mail', json_build_object('id', $1::text))`, [id]);
}
