import { expect, test } from 'vitest';
import { findShareable } from '#data/links/find-shareable.ts';
import { followLink } from '#data/links/follow-link.ts';
import { listLinks } from '#data/links/list-links.ts';
import { shareRequest } from '#data/links/share-request.ts';
import { withdrawLink } from '#data/links/withdraw-link.ts';
import { systemActor } from '#data/system-actor.ts';
import { NotFound } from '#domain/not-found.ts';
import { linkHash } from '../support/admin.ts';
import { later, NOW } from '../support/desk.ts';
import { makeAccount, makeOrder, makePartner, makeRequest } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { makeRequestLink, usesOf } from '../support/request-links.ts';
import { word } from '../support/unique.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

const MINUTES = 60;
const LINK = systemActor('link');
const FIRST = { part: 1, page: 1 };

function follow(token: string, address = '192.0.2.7', now = NOW) {
  return followLink(LINK, linkHash(token), FIRST, { address, now });
}

async function makeShared() {
  const user = await makeUser();
  const account = await makeAccount({ partner: user.partner ?? undefined });
  const { request } = await makeOrder({ account, numbers: 2, detailedStatus: 'rejected' });
  return { user, viewer: viewerOf(user), account, request };
}

test('a link shows its one request to whoever has it, until the second that it expires', async () => {
  const { viewer, account, request } = await makeShared();
  await makeOrder({ account, numbers: 1 });
  const token = word();
  const wanted = { requestId: request.id, tokenHash: linkHash(token), days: 30 };
  const { expiresAt } = await shareRequest(viewer, wanted, NOW);
  expect(expiresAt.toISOString()).toBe('2026-12-24T17:00:00.000Z');
  const followed = await follow(token);
  expect(followed).toMatchObject({
    kind: 'open',
    expiresAt,
    view: { id: request.id, numbers: 2, company: account.company, provider: account.partner.name },
  });
  expect(await follow(token, '192.0.2.8', new Date(expiresAt.getTime() - 1))).toMatchObject({ kind: 'open' });
  expect(await follow(token, '192.0.2.8', expiresAt)).toEqual({ kind: 'expired' });
});

test('of a link nothing is kept but its hash', async () => {
  const { viewer, request } = await makeShared();
  const token = word();
  await shareRequest(viewer, { requestId: request.id, tokenHash: linkHash(token), days: 1 }, NOW);
  const rows = await asOwner('SELECT to_jsonb(l) AS row FROM request_link l WHERE request_id = $1', [
    request.id,
  ]);
  expect(JSON.stringify(rows)).toContain(linkHash(token));
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('a link that was withdrawn leads nowhere from that moment on, and keeps who withdrew it first', async () => {
  const { viewer, user, request } = await makeShared();
  const { id, token } = await makeRequestLink({ request, by: user });
  expect(await withdrawLink(viewer, id, NOW)).toBe(true);
  expect(await follow(token)).toEqual({ kind: 'withdrawn' });
  const colleague = viewerOf(await makeUser({ partner: request.account.partner }));
  expect(await withdrawLink(colleague, id, later(60))).toBe(false);
  const { links } = await listLinks(viewer, { requestId: request.id, page: 1 }, NOW);
  expect(links).toMatchObject([{ id, withdrawnBy: user.name, withdrawnAt: NOW }]);
});

test('a token that was never made leads nowhere and leaves nothing behind', async () => {
  const { request } = await makeShared();
  const { id, token } = await makeRequestLink({ request });
  for (const guess of [
    '',
    'no-such-link',
    `${token}x`,
    token.slice(1),
    token.toUpperCase(),
    linkHash(token),
  ]) {
    expect(await follow(guess), guess).toEqual({ kind: 'unknown' });
  }
  expect(await usesOf({ id })).toEqual([]);
});

test('a use is noted with its time and place, once for each half an hour from one place', async () => {
  const { request } = await makeShared();
  const link = await makeRequestLink({ request });
  await follow(link.token, 'here', NOW);
  await follow(link.token, 'here', later(29 * MINUTES));
  await follow(link.token, 'there', later(29 * MINUTES));
  await follow(link.token, 'here', later(30 * MINUTES));
  expect(await usesOf(link)).toEqual([
    { at: NOW, address: 'here' },
    { at: later(29 * MINUTES), address: 'there' },
    { at: later(30 * MINUTES), address: 'here' },
  ]);
});

test('many at once from one place are one use', async () => {
  const { request } = await makeShared();
  const link = await makeRequestLink({ request });
  await Promise.all(Array.from({ length: 6 }, () => follow(link.token)));
  expect(await usesOf(link)).toHaveLength(1);
});

test('expired and withdrawn links are not used any more', async () => {
  const { request } = await makeShared();
  const expired = await makeRequestLink({ request, expiresAt: NOW });
  const withdrawn = await makeRequestLink({ request, withdrawnAt: NOW });
  expect([await follow(expired.token), await follow(withdrawn.token)]).toEqual([
    { kind: 'expired' },
    { kind: 'withdrawn' },
  ]);
  expect([...(await usesOf(expired)), ...(await usesOf(withdrawn))]).toEqual([]);
});

test('the list has what still leads somewhere first, then the newest, with uses; one request or all of them', async () => {
  const { viewer, user, request, account } = await makeShared();
  const { request: other } = await makeOrder({ account, numbers: 1 });
  const by = user;
  const expired = await makeRequestLink({ request, by, at: later(3), expiresAt: later(4) });
  const open = await makeRequestLink({ request, by, at: later(1) });
  const newer = await makeRequestLink({ request: other, by, at: later(2) });
  await follow(open.token, 'here', later(5));
  const all = await listLinks(viewer, { requestId: null, page: 1 }, later(60));
  expect(all.links.map(({ id }) => id)).toEqual([newer.id, open.id, expired.id]);
  expect(all.links[1]).toMatchObject({ uses: 1, lastUses: [{ address: 'here' }], actor: user.name });
  const one = await listLinks(viewer, { requestId: other.id, page: 1 }, later(60));
  expect(one).toMatchObject({ total: 1, links: [{ id: newer.id }] });
});

test('a link is made for a request of the partner that holds numbers, and for no other', async () => {
  const { viewer, account } = await makeShared();
  const stranger = await makeOrder({ partner: await makePartner(), numbers: 1 });
  const empty = await makeRequest({ account });
  for (const { id: requestId } of [stranger.request, empty, { id: '1' }]) {
    expect(await findShareable(viewer, requestId)).toBeNull();
    const made = shareRequest(viewer, { requestId, tokenHash: linkHash(word()), days: 30 }, NOW);
    await expect(made).rejects.toBeInstanceOf(NotFound);
  }
});

test('a link of one partner is another’s neither to see nor to withdraw', async () => {
  const { request } = await makeShared();
  const { id } = await makeRequestLink({ request });
  const stranger = viewerOf(await makeUser());
  expect(await listLinks(stranger, { requestId: request.id, page: 1 }, NOW)).toMatchObject({ total: 0 });
  await expect(withdrawLink(stranger, id, NOW)).rejects.toBeInstanceOf(NotFound);
});
