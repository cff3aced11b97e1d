import { expect, test } from 'vitest';
import { systemActor } from '#data/system-actor.ts';
import { changeUser } from '#data/users/change-user.ts';
import { inviteUser } from '#data/users/invite-user.ts';
import { resetPassword } from '#data/users/reset-password.ts';
import { linkExpiry } from '#domain/user-access.ts';
import { acceptInvitation, openInvitation } from '#server/invitation.ts';
import { log } from '#server/log.ts';
import { linkHash as hashOf } from '#server/one-time-link.ts';
import { verifyPassword } from '#server/password.ts';
import { signInWithPassword } from '#server/sign-in.ts';
import { linkHash, makeLink } from '../support/admin.ts';
import { asOwner } from '../support/owner.ts';
import { word } from '../support/unique.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

log.level = 'silent';

const NOW = new Date('2026-11-24T17:00:00Z');
const PASSWORD = 'four words nobody guesses';

test('an invited person chooses a password by the link, once, and signs in with it', async () => {
  const lead = viewerOf(await makeUser({ role: 'lead' }));
  const email = `dana-${word()}@example.com`;
  const token = word();
  const user = { email, name: 'Dana', role: 'agent', passwordHash: 'x' } as const;
  expect(await inviteUser(lead, user, linkHash(token), NOW)).toMatchObject({ created: true });
  expect(await openInvitation(token, address(), NOW)).toEqual({
    kind: 'open',
    invitation: { email, name: 'Dana' },
  });
  expect(await acceptInvitation(token, PASSWORD, address(), NOW)).toEqual({ kind: 'chosen' });
  expect(await acceptInvitation(token, PASSWORD, address(), NOW)).toEqual({ kind: 'no-link' });
  expect(await signInWithPassword(email, PASSWORD, address())).toMatchObject({ signedIn: true });
});

test('of a link nothing is kept but its hash', async () => {
  const user = await makeUser();
  const token = await makeLink(user);
  const kept = await asOwner('SELECT to_jsonb(i) AS row FROM user_invite i WHERE user_id = $1', [user.id]);
  expect(JSON.stringify(kept)).not.toContain(token);
  expect(JSON.stringify(kept)).toContain(hashOf(token));
});

test('used, expired and unknown links, and those of the disabled, get the same answer', async () => {
  const links = [
    await makeLink(await makeUser(), { used: true }),
    await makeLink(await makeUser(), { expiresAt: NOW.toISOString() }),
    await makeLink(await makeUser({ disabled: true })),
    word(),
    '',
  ];
  for (const token of links) {
    expect(await openInvitation(token, address(), NOW)).toEqual({ kind: 'no-link' });
    expect(await acceptInvitation(token, PASSWORD, address(), NOW)).toEqual({ kind: 'no-link' });
    expect(await acceptInvitation(token, 'short', address(), NOW)).toEqual({ kind: 'no-link' });
  }
});

test('a link holds for seven days', async () => {
  const user = await makeUser();
  const token = await makeLink(user, { expiresAt: linkExpiry(NOW).toISOString() });
  const nearly = new Date('2026-12-01T16:59:59Z');
  expect(await openInvitation(token, address(), nearly)).toMatchObject({ kind: 'open' });
  expect(await openInvitation(token, address(), new Date('2026-12-01T17:00:00Z'))).toEqual({
    kind: 'no-link',
  });
});

test('a password that is too short or too long is refused, and the link still holds', async () => {
  const token = await makeLink(await makeUser());
  const short = await acceptInvitation(token, 'short', address(), NOW);
  expect(short).toEqual({ kind: 'problem', because: 'The password is shorter than 12 characters.' });
  const long = await acceptInvitation(token, 'x'.repeat(257), address(), NOW);
  expect(long).toEqual({ kind: 'problem', because: 'The password is longer than 256 characters.' });
  expect(await acceptInvitation(token, PASSWORD, address(), NOW)).toEqual({ kind: 'chosen' });
});

test('of two who use one link at once, one chooses and the other is late', async () => {
  const user = await makeUser();
  const token = await makeLink(user);
  const both = await Promise.all(
    ['the first of the two', 'the second of the two'].map(async (password) => ({
      password,
      ...(await acceptInvitation(token, password, address(), NOW)),
    })),
  );
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['chosen', 'no-link']);
  const [row] = await asOwner('SELECT password_hash FROM app_user WHERE id = $1', [user.id]);
  const chosen = both.find(({ kind }) => kind === 'chosen');
  expect(await verifyPassword(chosen?.password ?? '', row?.password_hash)).toBe(true);
});

test('a reset ends the old password, the sessions and the links before it; the new link is the only way in', async () => {
  const lead = viewerOf(await makeUser({ role: 'lead' }));
  const user = await makeUser();
  const older = await makeLink(user);
  const token = word();
  const reset = { passwordHash: '$argon2id$nobody', link: linkHash(token) };
  expect(await resetPassword(lead, user.email, reset, NOW)).toEqual({ kind: 'changed' });
  const [row] = await asOwner('SELECT session_version, password_hash FROM app_user WHERE id = $1', [user.id]);
  expect(row).toEqual({ session_version: 2, password_hash: reset.passwordHash });
  expect(await openInvitation(older, address(), NOW)).toEqual({ kind: 'no-link' });
  expect(await acceptInvitation(token, PASSWORD, address(), NOW)).toEqual({ kind: 'chosen' });
  const [after] = await asOwner('SELECT session_version FROM app_user WHERE id = $1', [user.id]);
  expect(after).toEqual({ session_version: 3 });
});

test('a password that is set by command takes the links away', async () => {
  const user = await makeUser();
  const token = await makeLink(user);
  await changeUser(systemActor('users'), user.email, { passwordHash: 'x' });
  expect(await openInvitation(token, address(), NOW)).toEqual({ kind: 'no-link' });
});

test('thirty links that are none close the place that they came from, for a good one too; good ones cost nothing', async () => {
  const token = await makeLink(await makeUser());
  const place = address();
  for (let i = 0; i < 40; i++)
    expect(await openInvitation(token, place, NOW)).toMatchObject({ kind: 'open' });
  for (let i = 0; i < 30; i++) await openInvitation(`guess ${i}`, place, NOW);
  const closed = await openInvitation(token, place, NOW);
  expect(closed).toMatchObject({ kind: 'too-many' });
  expect(await acceptInvitation(token, PASSWORD, place, NOW)).toMatchObject({ kind: 'too-many' });
  expect(await openInvitation(token, address(), NOW)).toMatchObject({ kind: 'open' });
});

function address(): string {
  return `address ${word()}`;
}
