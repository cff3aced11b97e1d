import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { systemActor } from '#data/system-actor.ts';
import { changeUser } from '#data/users/change-user.ts';
import { listUsers } from '#data/users/list-users.ts';
import { readSignedIn } from '#data/users/read-signed-in.ts';
import { resetPassword } from '#data/users/reset-password.ts';
import { linkHash, makeLink } from '../support/admin.ts';
import { makeAccount } from '../support/factories.ts';
import { copyOfTemplate } from '../support/fresh-database.ts';
import { asOwner } from '../support/owner.ts';
import { word } from '../support/unique.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

const NOW = new Date('2026-11-24T17:00:00Z');
const commands = systemActor('users');
let drop: () => Promise<void>;

// A portal of its own: whether a lead is the last depends on everybody.
beforeAll(async () => {
  const copy = await copyOfTemplate();
  drop = copy.drop;
  process.env.DATABASE_URL = copy.url;
});
beforeEach(async () => {
  await asOwner('DELETE FROM user_invite');
  await asOwner(`UPDATE app_user SET disabled_at = now() WHERE role = 'lead'`);
});
afterAll(async () => {
  await closeConnections();
  await drop();
});

test('nobody disables, demotes or resets itself', async () => {
  const me = await makeUser({ role: 'lead' });
  await makeUser({ role: 'lead' });
  const own = { kind: 'refused', because: 'own' };
  const viewer = viewerOf(me);
  expect(await changeUser(viewer, me.email, { disabled: true })).toEqual(own);
  expect(await changeUser(viewer, me.email, { place: { role: 'agent' } })).toEqual(own);
  const secret = { passwordHash: 'x', link: linkHash(word()) };
  expect(await resetPassword(viewer, me.email, secret, NOW)).toEqual(own);
  expect(await changeUser(viewer, me.email, { name: 'Another Name' })).toEqual({ kind: 'changed' });
});

test('the last enabled lead stays, whoever asks; a lead who has not chosen a password is none yet', async () => {
  const last = await makeUser({ role: 'lead' });
  const invited = await makeUser({ role: 'lead' });
  await makeLink(invited);
  const refused = { kind: 'refused', because: 'last-lead' };
  expect(await changeUser(commands, last.email, { disabled: true })).toEqual(refused);
  expect(await changeUser(commands, last.email, { place: { role: 'agent' } })).toEqual(refused);
  expect(await changeUser(viewerOf(invited), last.email, { disabled: true })).toEqual(refused);
  expect(await changeUser(commands, invited.email, { disabled: true })).toEqual({ kind: 'changed' });
  await makeUser({ role: 'lead' });
  expect(await changeUser(commands, last.email, { disabled: true })).toEqual({ kind: 'changed' });
});

test('two leads who disable each other at once: one does, the other is the last', async () => {
  for (let round = 0; round < 5; round++) {
    await asOwner(`UPDATE app_user SET disabled_at = now() WHERE role = 'lead'`);
    const [a, b] = [await makeUser({ role: 'lead' }), await makeUser({ role: 'lead' })];
    const both = await Promise.all([
      changeUser(viewerOf(a), b.email, { disabled: true }),
      changeUser(viewerOf(b), a.email, { place: { role: 'agent' } }),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'refused']);
    const left = await asOwner(`SELECT id FROM app_user WHERE role = 'lead' AND disabled_at IS NULL`);
    expect(left).toHaveLength(1);
  }
});

test('whoever is disabled or gets another role is out at once', async () => {
  const lead = viewerOf(await makeUser({ role: 'lead' }));
  const account = await makeAccount();
  const [disabled, moved] = [await makeUser(), await makeUser({ role: 'agent' })];
  await changeUser(lead, disabled.email, { disabled: true });
  const place = { role: 'end-user', partner: account.partner.slug, account: account.id } as const;
  expect(await changeUser(lead, moved.email, { place })).toEqual({ kind: 'changed' });
  for (const { id } of [disabled, moved]) {
    const session = { userId: id, sessionVersion: 1 };
    expect(await readSignedIn(systemActor('sign-in'), session)).toBeNull();
  }
  const after = await readSignedIn(systemActor('sign-in'), { userId: moved.id, sessionVersion: 2 });
  expect(after).toMatchObject({ role: 'end-user', accountId: account.id });
});

test('a role needs its partner and account, the account at that partner', async () => {
  const account = await makeAccount();
  const elsewhere = await makeAccount();
  const { email } = await makeUser({ role: 'agent' });
  const wish = { role: 'end-user', partner: account.partner.slug, account: elsewhere.id } as const;
  expect(await changeUser(commands, email, { place: wish })).toMatchObject({ because: 'no-such-account' });
  const nowhere = { role: 'partner', partner: 'nowhere' } as const;
  expect(await changeUser(commands, email, { place: nowhere })).toMatchObject({ because: 'no-such-partner' });
  const [row] = await asOwner('SELECT role, session_version FROM app_user WHERE email = $1', [email]);
  expect(row).toEqual({ role: 'agent', session_version: 1 });
});

test('users are found by text, role and partner, with whether they can sign in', async () => {
  const lead = viewerOf(await makeUser({ role: 'lead' }));
  const account = await makeAccount({ company: `Lakeshore ${word()}` });
  const { partner } = account;
  const contact = await makeUser({ partner, name: 'Dana Whitfield' });
  const end = await makeUser({ role: 'end-user', account, name: 'Ed Example' });
  await makeUser({ role: 'partner', name: 'Dana Elsewhere' });
  await makeLink(contact, { expiresAt: '2026-11-30T00:00:00Z' });
  await makeLink(end, { expiresAt: '2026-11-23T00:00:00Z' });
  const find = async (filter: Partial<Parameters<typeof listUsers>[1]>) => {
    const asked = { text: '', role: null, partner: null, page: 1, ...filter };
    const { users, total } = await listUsers(lead, asked, NOW);
    expect(total).toBe(users.length);
    return users.map(({ name, access }) => `${name}: ${access}`);
  };
  const both = ['Dana Whitfield: invited', 'Ed Example: link-expired'];
  expect(await find({ partner: partner.slug })).toEqual(both);
  expect(await find({ partner: partner.slug, role: 'end-user' })).toEqual(both.slice(1));
  expect(await find({ text: account.company?.toUpperCase() ?? '' })).toEqual(both.slice(1));
  expect(await find({ text: contact.email })).toEqual(both.slice(0, 1));
  expect(await find({ text: '%' })).toEqual([]);
});
