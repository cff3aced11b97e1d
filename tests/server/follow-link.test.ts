import { expect, test, vi } from 'vitest';
import { openRequestLink } from '#server/follow-link.ts';
import { log } from '#server/log.ts';
import { makeOrder } from '../support/factories.ts';
import { makeRequestLink } from '../support/request-links.ts';
import { word } from '../support/unique.ts';

log.level = 'silent';

const NOW = new Date('2026-11-24T17:00:00Z');
const FIRST = { part: 1, page: 1 };

function open(token: string, address: string) {
  return openRequestLink(token, FIRST, { address, now: NOW });
}

test('expired, withdrawn and unknown links get the same answer', async () => {
  const { request } = await makeOrder({ numbers: 1 });
  const links = [
    await makeRequestLink({ request, expiresAt: NOW }),
    await makeRequestLink({ request, withdrawnAt: NOW }),
    { token: word() },
    { token: '' },
  ];
  for (const { token } of links) expect(await open(token, place())).toEqual({ kind: 'no-link' });
});

test('guessing closes the place that it comes from after thirty tries, for a good link too, and no other place', async () => {
  const { request } = await makeOrder({ numbers: 1 });
  const { token } = await makeRequestLink({ request });
  const here = place();
  for (let i = 0; i < 30; i++) expect(await open(`guess ${i}`, here)).toEqual({ kind: 'no-link' });
  expect(await open(token, here)).toMatchObject({ kind: 'too-many' });
  expect(await open(token, place())).toMatchObject({ kind: 'open', view: { id: request.id } });
});

test('opening a good link costs nothing, nor does one that was good once', async () => {
  const { request } = await makeOrder({ numbers: 1 });
  const good = await makeRequestLink({ request });
  const expired = await makeRequestLink({ request, expiresAt: NOW });
  const here = place();
  for (let i = 0; i < 35; i++) {
    expect(await open(expired.token, here)).toEqual({ kind: 'no-link' });
  }
  expect(await open(good.token, here)).toMatchObject({ kind: 'open' });
});

test('a guess is logged, but neither what was guessed nor from where', async () => {
  const warn = vi.spyOn(log, 'warn');
  const [guess, here] = [word(), place()];
  await open(guess, here);
  await open(guess, here);
  const told = warn.mock.calls.filter(([, said]) => /never made/.test(String(said)));
  warn.mockRestore();
  expect(told).toHaveLength(2);
  expect(told[0]).toEqual(told[1]);
  expect(JSON.stringify(told)).not.toContain(guess);
  expect(JSON.stringify(told)).not.toContain(here);
});

function place(): string {
  return `address ${word()}`;
}
