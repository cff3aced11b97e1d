import { NextRequest } from 'next/server';
import { expect, test, vi } from 'vitest';
import { sessionCookie } from '#server/session.ts';
import { proxy } from '../../src/proxy.ts';

// environment() is read once per process: this file is the one that lives behind https.
vi.stubEnv('NEXTAUTH_SECRET', 'a secret of this test alone, long enough');
vi.stubEnv('SECRETS_KEY', 'a key of this test alone, which is long enough');
vi.stubEnv('NEXTAUTH_URL', 'https://portal.example.com');

test('behind https the session cookie is sent over https alone and cannot be laid by another scheme', () => {
  expect(sessionCookie()).toMatchObject({
    name: '__Secure-next-auth.session-token',
    options: { secure: true, httpOnly: true, sameSite: 'lax' },
  });
});

test('behind https the browser is told to stay there', () => {
  const { headers } = proxy(new NextRequest('https://portal.example.com/status'));
  expect(headers.get('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains');
});

test('every answer has a nonce of its own, and no script runs without it', () => {
  const policies = Array.from({ length: 3 }, () => {
    const { headers } = proxy(new NextRequest('https://portal.example.com/status'));
    return headers.get('Content-Security-Policy') ?? '';
  });
  const scripts = policies.map((policy) => /script-src ([^;]*)/.exec(policy)?.[1] ?? '');
  expect(new Set(scripts).size).toBe(3);
  for (const sources of scripts) expect(sources).toMatch(/^'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'$/);
  for (const policy of policies) {
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'self'");
  }
});

test('a request cannot bring its own nonce or path', () => {
  const headers = { 'x-nonce': 'chosen', 'x-portal-path': '//evil.example.com' };
  const response = proxy(new NextRequest('https://portal.example.com/status?page=2', { headers }));
  expect(response.headers.get('x-middleware-request-x-nonce')).not.toBe('chosen');
  expect(response.headers.get('x-middleware-request-x-portal-path')).toBe('/status?page=2');
});
