import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claimsOf, decodeSession, SESSION_SECONDS, sessionCookie } from '#server/session.ts';

const SECRET = 'a secret of this test alone, long enough';
const SESSION = { userId: 'a2c5a1a4-6d1f-4f0e-9a5e-0a53a9a0c001', sessionVersion: 3 };
const NOW = new Date();

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('SECRETS_KEY', 'a key of this test alone, which is long enough');
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
});
afterEach(() => vi.unstubAllEnvs());

test('a session is who signed in, for eight hours', async () => {
  const token = await tokenOf({ ...claimsOf(SESSION, NOW) });
  expect(await decodeSession(token, NOW)).toEqual(SESSION);
  expect(await decodeSession(token, later(SESSION_SECONDS - 60))).toEqual(SESSION);
  expect(await decodeSession(token, later(SESSION_SECONDS))).toBeNull();
});

test('a token that was tampered with, made with another secret, or made of other words is none', async () => {
  const token = await tokenOf({ ...claimsOf(SESSION, NOW) });
  expect(await decodeSession(`${token.slice(0, -2)}xx`, NOW)).toBeNull();
  expect(await decodeSession(await tokenOf({ ...claimsOf(SESSION, NOW) }, 'x'.repeat(40)), NOW)).toBeNull();
  expect(await decodeSession(await tokenOf({ sub: SESSION.userId }), NOW)).toBeNull();
  expect(await decodeSession('', NOW)).toBeNull();
});

test('the cookie is out of reach of scripts and of other sites', () => {
  expect(sessionCookie()).toEqual({
    name: 'next-auth.session-token',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
  });
});

function tokenOf(token: Record<string, unknown>, secret = SECRET): Promise<string> {
  return encode({ token, secret, maxAge: SESSION_SECONDS * 2 });
}

function later(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}
