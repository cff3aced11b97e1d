import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { requeueMails } from '#data/mails/requeue-mails.ts';
import { systemActor } from '#data/system-actor.ts';
import { MAIL_ATTEMPTS } from '#domain/mail.ts';
import { log } from '#server/log.ts';
import { deliveryOver } from '#server/mail/delivery.ts';
import { workOffMails } from '#server/mail/worker.ts';
import { makeOrder, type Order } from '../support/factories.ts';
import { copyOfTemplate } from '../support/fresh-database.ts';
import { ownConnection, waitingFor } from '../support/held-database.ts';
import { jobsOf, letAge, mailNow, makeMail } from '../support/mails.ts';
import { asOwner } from '../support/owner.ts';
import { type MailServer, startMailServer, type Taken } from '../support/smtp.ts';

const MAIL_FROM = 'Porting portal <portal@example.com>';
const SOON = { timeout: 30_000 };
const mailActor = systemActor('mail');

let order: Order;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  process.env.DATABASE_URL = copy.url;
  log.level = 'silent';
  order = await makeOrder();
  return async () => {
    await closeConnections();
    await copy.drop();
  };
});

test('a worker that is killed before the server took the mail: it is sent once', async () => {
  const { server, arrived, answer } = await slowServer();
  const id = await makeMail(order);
  const worker = startWorker(server.url);
  await arrived;
  // While somebody sends it, it is nobody else's to send.
  await letAge(id);
  expect(await requeueMails(mailActor, new Date())).toBe(0);
  await worker.kill();
  answer(false);
  await expectStranded(id);
  expect(await mailNow(id)).toMatchObject({
    state: 'queued',
    attempts: 1,
    error: expect.stringMatching(/cut off/),
  });
  work(server.url);
  await expect.poll(() => mailNow(id), SOON).toMatchObject({ state: 'sent', attempts: 2, error: null });
  expect(identities(server)).toEqual([`<mail-${id}@example.com>`]);
  await expect.poll(() => jobsOf(id), SOON).toBe(0);
});

test('a worker that is killed after the server took the mail, before that was written down: one mail in the log, sent once more under the same identity', async () => {
  const server = await startMailServer();
  const id = await makeMail(order);
  const holder = await stopWriting();
  const worker = startWorker(server.url);
  await waitingFor(holder, 1);
  expect(identities(server)).toEqual([`<mail-${id}@example.com>`]);
  await worker.kill();
  await holder.query('ROLLBACK');
  await expectStranded(id);
  work(server.url);
  await expect.poll(() => mailNow(id), SOON).toMatchObject({ state: 'sent', attempts: 2, error: null });
  // What SMTP cannot rule out; whoever gets both can tell that they are one.
  expect(identities(server)).toEqual([`<mail-${id}@example.com>`, `<mail-${id}@example.com>`]);
  expect(await asOwner('SELECT id FROM mail WHERE id = $1', [id])).toHaveLength(1);
});

test('a worker that is killed once it was written down: nothing is sent again', async () => {
  const server = await startMailServer();
  const id = await makeMail(order);
  const worker = startWorker(server.url);
  await expect.poll(() => mailNow(id), SOON).toMatchObject({ state: 'sent' });
  await expect.poll(() => jobsOf(id), SOON).toBe(0);
  await worker.kill();
  await letAge(id);
  expect(await requeueMails(mailActor, new Date())).toBe(0);
  // As if the job had not been ended.
  await asOwner(`SELECT graphile_worker.add_job('send-mail', json_build_object('id', $1::text))`, [id]);
  work(server.url);
  await expect.poll(() => jobsOf(id), SOON).toBe(0);
  expect(identities(server)).toHaveLength(1);
});

test('a mail that ends every worker is given up, visibly', async () => {
  const { server, arrived, answer } = await slowServer();
  const id = await makeMail(order);
  await asOwner('UPDATE mail SET attempts = $2 WHERE id = $1', [id, MAIL_ATTEMPTS - 1]);
  const worker = startWorker(server.url);
  await arrived;
  await worker.kill();
  answer(false);
  await expectStranded(id);
  expect(await mailNow(id)).toMatchObject({ state: 'failed', attempts: MAIL_ATTEMPTS });
});

test('a worker that is asked to stop ends the mail in hand first', async () => {
  const { server, arrived, answer } = await slowServer();
  const id = await makeMail(order);
  const worker = work(server.url);
  await arrived;
  const stopped = worker.stop();
  answer(true);
  await stopped;
  expect(await mailNow(id)).toMatchObject({ state: 'sent' });
  expect(await jobsOf(id)).toBe(0);
});

/** Its dead worker's mail is found, once Postgres has noticed that the worker is gone. */
async function expectStranded(id: string): Promise<void> {
  await letAge(id);
  await expect.poll(() => requeueMails(mailActor, new Date()), SOON).toBe(1);
}

function identities(server: MailServer): (string | undefined)[] {
  return server.taken.map(({ headers }) => headers.get('message-id'));
}

/** A server that answers its first mail when it is told to, and the others at once. */
async function slowServer() {
  const arrival = Promise.withResolvers<Taken>();
  const told = Promise.withResolvers<boolean>();
  let first = true;
  const server = await startMailServer({
    judge: async (mail) => {
      if (!first) return null;
      first = false;
      arrival.resolve(mail);
      return (await told.promise) ? null : { code: 451, sentence: 'Too late' };
    },
  });
  return { server, arrived: arrival.promise, answer: told.resolve };
}

/** Whoever writes down what became of a mail waits until this connection lets go by ROLLBACK. */
async function stopWriting() {
  await asOwner(
    `CREATE OR REPLACE FUNCTION stop_writing() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$`,
  );
  await asOwner(
    'CREATE TRIGGER stop_writing BEFORE UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION stop_writing()',
  );
  const holder = await ownConnection();
  onTestFinished(() => asOwner('DROP TRIGGER stop_writing ON mail').then(() => undefined));
  await holder.query('BEGIN');
  await holder.query('SELECT pg_advisory_xact_lock(4711)');
  return holder;
}

/** A worker in a process of its own. */
function startWorker(url: string) {
  const child = spawn(process.execPath, ['tests/support/mail-worker.ts'], {
    env: { ...process.env, SMTP_URL: url, MAIL_FROM, LOG_LEVEL: 'error' },
    stdio: 'inherit',
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  onTestFinished(kill);
  return { kill };
}

function work(url: string) {
  const worker = workOffMails(deliveryOver({ SMTP_URL: url, MAIL_FROM }));
  onTestFinished(worker.stop);
  return worker;
}
