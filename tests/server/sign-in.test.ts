import { expect, test } from 'vitest';
import { countAttempt } from '#server/limits.ts';
import { log } from '#server/log.ts';
import { signInAsVouchedFor, signInWithPassword } from '#server/sign-in.ts';
import { asOwner } from '../support/owner.ts';
import { next } from '../support/unique.ts';
import { makeUser } from '../support/users.ts';

log.level = 'silent';

test('the right password signs in, in whatever case the email is typed, and leaves the time', async () => {
  const user = await makeUser();
  const result = await signInWithPassword(` ${user.email.toUpperCase()} `, user.password, newAddress());
  expect(result).toEqual({ signedIn: true, session: { userId: user.id, sessionVersion: 1 } });
  const [row] = await asOwner('SELECT last_sign_in_at IS NOT NULL AS noted FROM app_user WHERE id = $1', [
    user.id,
  ]);
  expect(row?.noted).toBe(true);
});

test('a wrong password, an unknown user and a disabled one get the same answer', async () => {
  const user = await makeUser();
  const disabled = await makeUser({ disabled: true });
  const address = newAddress();
  const answers = await Promise.all([
    signInWithPassword(user.email, 'not the password', address),
    signInWithPassword(user.email, `${user.password}${'x'.repeat(300)}`, address),
    signInWithPassword('nobody@example.com', 'not the password', address),
    signInWithPassword(disabled.email, disabled.password, address),
    signInWithPassword('', '', address),
  ]);
  for (const answer of answers) expect(answer).toEqual({ signedIn: false, because: 'no-match' });
});

test('after ten failures from one address even the right password waits, up to a quarter of an hour', async () => {
  const user = await makeUser();
  const address = newAddress();
  await fail(10, user.email, address);
  const result = await signInWithPassword(user.email, user.password, address);
  expect(result).toMatchObject({ signedIn: false, because: 'too-many' });
  expect('waitMs' in result && result.waitMs).toBeGreaterThan(14 * 60_000);
  expect('waitMs' in result && result.waitMs).toBeLessThanOrEqual(15 * 60_000);
  expect(await signInWithPassword(user.email, user.password, newAddress())).toMatchObject({ signedIn: true });
});

test('unknown users are limited like known ones', async () => {
  const address = newAddress();
  const email = `nobody-${crypto.randomUUID()}@example.com`;
  await fail(10, email, address);
  expect(await signInWithPassword(email, 'x', address)).toMatchObject({ because: 'too-many' });
});

test('thirty failures of whatever users from one address close it, for its other users too', async () => {
  const address = newAddress();
  const user = await makeUser();
  for (let i = 0; i < 30; i++) await countAttempt({ email: `guess-${i}@example.com`, address });
  expect(await signInWithPassword(user.email, user.password, address)).toMatchObject({ because: 'too-many' });
});

test('a hundred failures from everywhere close an account for the day', async () => {
  const user = await makeUser();
  for (let i = 0; i < 100; i++) await countAttempt({ email: user.email, address: newAddress() });
  const result = await signInWithPassword(user.email, user.password, newAddress());
  expect(result).toMatchObject({ because: 'too-many' });
  expect('waitMs' in result && result.waitMs).toBeGreaterThan(23 * 60 * 60_000);
});

test('many at once do not slip through together', async () => {
  const email = `nobody-${crypto.randomUUID()}@example.com`;
  const address = newAddress();
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => signInWithPassword(email, 'guess', address)),
  );
  expect(answers.filter((answer) => 'because' in answer && answer.because === 'no-match')).toHaveLength(10);
});

test('success starts the count anew', async () => {
  const user = await makeUser();
  const address = newAddress();
  await fail(9, user.email, address);
  expect(await signInWithPassword(user.email, user.password, address)).toMatchObject({ signedIn: true });
  await fail(9, user.email, address);
  expect(await signInWithPassword(user.email, user.password, address)).toMatchObject({ signedIn: true });
});

test('the limits remember no email address', async () => {
  const user = await makeUser();
  await fail(1, user.email, newAddress());
  const rows = await asOwner('SELECT key FROM rate_limit');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(user.email);
});

test('whom a provider vouches for comes in only as a user who is here already and not disabled', async () => {
  const user = await makeUser({ role: 'agent' });
  const disabled = await makeUser({ role: 'agent', disabled: true });
  expect(await signInAsVouchedFor(user.email.toUpperCase())).toEqual({ userId: user.id, sessionVersion: 1 });
  expect(await signInAsVouchedFor(disabled.email)).toBeNull();
  expect(await signInAsVouchedFor('nobody@example.com')).toBeNull();
});

async function fail(times: number, email: string, address: string): Promise<void> {
  for (let i = 0; i < times; i++) {
    const result = await signInWithPassword(email, 'not the password', address);
    expect(result).toEqual({ signedIn: false, because: 'no-match' });
  }
}

function newAddress(): string {
  return `203.0.113.${next()} ${crypto.randomUUID()}`;
}
