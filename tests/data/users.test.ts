import { expect, test } from 'vitest';
import { systemActor } from '#data/system-actor.ts';
import { changeUser } from '#data/users/change-user.ts';
import { createUser } from '#data/users/create-user.ts';
import { readAffiliation } from '#data/users/read-affiliation.ts';
import { readSignedIn } from '#data/users/read-signed-in.ts';
import { makeAccount, makePartner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { word } from '../support/unique.ts';
import { makeUser } from '../support/users.ts';
import { staffViewer, viewerOf } from '../support/viewers.ts';

const signIn = systemActor('sign-in');
const administration = systemActor('users');

test.each(['partner', 'end-user', 'agent', 'lead'] as const)(
  'a session of a %s says who that is now',
  async (role) => {
    const user = await makeUser({ role });
    expect(await readSignedIn(signIn, { userId: user.id, sessionVersion: 1 })).toEqual(viewerOf(user));
  },
);

test('a session is over when its user is disabled, changed or gone', async () => {
  const user = await makeUser({ role: 'agent' });
  const session = { userId: user.id, sessionVersion: 1 };
  await asOwner('UPDATE app_user SET disabled_at = now() WHERE id = $1', [user.id]);
  expect(await readSignedIn(signIn, session)).toBeNull();
  await asOwner('UPDATE app_user SET disabled_at = NULL, session_version = 2 WHERE id = $1', [user.id]);
  expect(await readSignedIn(signIn, session)).toBeNull();
  expect(await readSignedIn(signIn, { ...session, sessionVersion: 2 })).not.toBeNull();
  await asOwner('DELETE FROM app_user WHERE id = $1', [user.id]);
  expect(await readSignedIn(signIn, { ...session, sessionVersion: 2 })).toBeNull();
});

test('disabling a user and letting it in again ends every session that it had', async () => {
  const user = await makeUser({ role: 'agent' });
  const changed = { kind: 'changed' };
  expect(await changeUser(administration, user.email.toUpperCase(), { disabled: true })).toEqual(changed);
  expect(await changeUser(administration, user.email, { disabled: false })).toEqual(changed);
  expect(await readSignedIn(signIn, { userId: user.id, sessionVersion: 1 })).toBeNull();
  expect(await readSignedIn(signIn, { userId: user.id, sessionVersion: 3 })).not.toBeNull();
  expect(await changeUser(administration, 'nobody@example.com', { disabled: true })).toEqual({
    kind: 'refused',
    because: 'no-such-user',
  });
});

test('users of each role are made with what the role needs', async () => {
  const account = await makeAccount();
  const { slug } = account.partner;
  const person = () => ({ email: `New-${word()}@Example.com`, name: 'New Person', passwordHash: 'x' });
  const wishes = [
    { ...person(), role: 'partner', partner: slug },
    { ...person(), role: 'end-user', partner: slug, account: account.id },
    { ...person(), role: 'agent' },
    { ...person(), role: 'lead' },
  ] as const;
  const lead = viewerOf(await makeUser({ role: 'lead' }));
  for (const wish of wishes) {
    const result = await createUser(lead, wish);
    const [row] = await asOwner('SELECT * FROM app_user WHERE email = $1', [wish.email.toLowerCase()]);
    expect(result).toEqual({ created: true, userId: row?.id });
    expect(row).toMatchObject({
      role: wish.role,
      partner_id: 'partner' in wish ? account.partner.id : null,
      account_id: 'account' in wish ? account.id : null,
    });
  }
});

test('an email address is one user; a partner and an account must be there, the account at its partner', async () => {
  const account = await makeAccount();
  const other = await makePartner();
  const user = await makeUser();
  const wish = { email: `new-${word()}@example.com`, name: 'New', passwordHash: 'x' };
  const refusals = await Promise.all([
    createUser(administration, { ...wish, email: user.email.toUpperCase(), role: 'agent' }),
    createUser(administration, { ...wish, role: 'partner', partner: 'no-such-partner' }),
    createUser(administration, { ...wish, role: 'end-user', partner: other.slug, account: account.id }),
  ]);
  expect(refusals.map((refusal) => 'because' in refusal && refusal.because)).toEqual([
    'email-taken',
    'no-such-partner',
    'no-such-account',
  ]);
});

test('under the name stands the partner, the company of the account, or the porting team', async () => {
  const account = await makeAccount({ company: 'Lakeshore Dental' });
  const bare = await makeAccount({ company: null, username: null });
  expect(await readAffiliation(viewerOf(await makeUser({ partner: account.partner })))).toBe(
    account.partner.name,
  );
  expect(await readAffiliation(viewerOf(await makeUser({ role: 'end-user', account })))).toBe(
    'Lakeshore Dental',
  );
  expect(await readAffiliation(viewerOf(await makeUser({ role: 'end-user', account: bare })))).toBe(bare.id);
  expect(await readAffiliation(staffViewer())).toBe('Porting team');
});
