import { afterAll, expect, test } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { addTransfer } from '#data/setups/add-transfer.ts';
import { checkSetupNumbers } from '#data/setups/check-setup-numbers.ts';
import { discardSetup } from '#data/setups/discard-setup.ts';
import { listSetups } from '#data/setups/list-setups.ts';
import { readSetup } from '#data/setups/read-setup.ts';
import { removeNumberOrder } from '#data/setups/remove-number-order.ts';
import { removeTransfer } from '#data/setups/remove-transfer.ts';
import { revealSecret } from '#data/setups/reveal-secret.ts';
import { saveAccount } from '#data/setups/save-account.ts';
import { saveTransfer } from '#data/setups/save-transfer.ts';
import { startSetup } from '#data/setups/start-setup.ts';
import { NotFound } from '#domain/not-found.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { sortTransfers } from '#domain/setup.ts';
import { openSecret } from '#server/secret-text.ts';
import { freePhones, later, makeAgent, NOW } from '../support/desk.ts';
import { makeAccount, makeOrder, makePartner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { askFor, changeOf, detailsOf, fill, KEY, makeSetup, submitNow } from '../support/setups.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

afterAll(closeConnections);

test('step 1 makes the account under the next ID of its partner, and administration is told', async () => {
  const partner = await makePartner();
  await makeAccount({ partner, id: '7004265' });
  await makeAccount({ partner, id: 'legacy-9999999' });
  const viewer = viewerOf(await makeUser({ partner, name: 'Dana Whitfield' }));
  const details = detailsOf({ company: 'Brightwater Pediatrics', username: 'brightwater' });
  expect(await startSetup(viewer, details, NOW)).toMatchObject({ kind: 'started', accountId: '7004266' });
  expect(
    await asOwner('SELECT username, company_name FROM account WHERE partner_id = $1 AND id = $2', [
      ...[partner.id, '7004266'],
    ]),
  ).toEqual([{ username: 'brightwater', company_name: 'Brightwater Pediatrics' }]);
  const events = await asOwner('SELECT kind, actor FROM admin_event WHERE subject = $1', [
    `7004266 of ${partner.name}`,
  ]);
  expect(events).toEqual([{ kind: 'account-created', actor: 'Dana Whitfield' }]);
});

test('pressing twice makes one account: a username is one account’s, in whatever case', async () => {
  const viewer = viewerOf(await makeUser({}));
  const details = detailsOf();
  const both = await Promise.all([startSetup(viewer, details, NOW), startSetup(viewer, details, NOW)]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['started', 'username-taken']);
  const shouted = { ...detailsOf(), username: details.username.toUpperCase() };
  expect(await startSetup(viewer, shouted, NOW)).toMatchObject({ kind: 'username-taken' });
  expect((await listSetups(viewer, { which: 'open', page: 1 })).total).toBe(1);
});

test('two partners who begin at once get IDs of their own', async () => {
  const viewers = await Promise.all([makeUser({}), makeUser({})]);
  const started = await Promise.all(viewers.map((user) => startSetup(viewerOf(user), detailsOf(), NOW)));
  expect(started).toMatchObject([{ accountId: '7000001' }, { accountId: '7000001' }]);
});

test('step 1 saved over what somebody else saved meanwhile is told how it is now, and nothing is lost', async () => {
  const { viewer, setupId } = await makeSetup();
  const { account, contact } = await readSetup(viewer, setupId);
  const was = {
    ...{ company: account.company ?? '', username: account.username ?? '', contactPhone: null },
    ...{ contactName: contact.name ?? '', contactEmail: contact.email ?? '' },
  };
  const theirs = { ...was, company: 'Renamed there' };
  expect(await saveAccount(viewer, { setupId, was, details: theirs }, later(1))).toMatchObject({
    kind: 'saved',
  });
  const mine = { ...was, contactName: 'Changed here' };
  expect(await saveAccount(viewer, { setupId, was, details: mine }, later(2))).toMatchObject({
    kind: 'conflict',
    now: theirs,
  });
  expect((await readSetup(viewer, setupId)).contact.name).toBe('Ada Bright');
  // What the other wrote is what was seen now.
  expect(
    await saveAccount(
      viewer,
      { setupId, was: theirs, details: { ...theirs, contactName: 'Changed here' } },
      later(3),
    ),
  ).toMatchObject({ kind: 'saved' });
  expect((await readSetup(viewer, setupId)).contact.name).toBe('Changed here');
});

test('a username that another account has is refused in step 1 too', async () => {
  const { viewer, setupId, partner } = await makeSetup();
  await makeAccount({ partner, username: 'Lakeshore' });
  const { account, contact } = await readSetup(viewer, setupId);
  const was = {
    ...{ company: account.company ?? '', username: account.username ?? '', contactPhone: null },
    ...{ contactName: contact.name ?? '', contactEmail: contact.email ?? '' },
  };
  const details = { ...was, username: 'lakeshore' };
  expect(await saveAccount(viewer, { setupId, was, details }, NOW)).toMatchObject({ kind: 'username-taken' });
});

test('a transfer is saved as far as it is, and the second of two tabs is told', async () => {
  const world = await makeSetup();
  const change = changeOf(world, 'hello\n919-555-01', { carrier: '', timing: null });
  const seen = { id: world.transferId, version: 1, change };
  expect(await saveTransfer(world.viewer, seen, later(1))).toEqual({
    kind: 'saved',
    version: 2,
    at: later(1),
  });
  const second = await saveTransfer(world.viewer, { ...seen, change: changeOf(world, 'other') }, later(2));
  expect(second).toMatchObject({ kind: 'conflict', transfer: { version: 2, pasted: 'hello\n919-555-01' } });
  const { transfers } = await readSetup(world.viewer, world.setupId);
  expect(transfers).toMatchObject([{ pasted: 'hello\n919-555-01', timing: null }]);
});

test('a secret that is not given stays, and null takes it away', async () => {
  const world = await makeSetup();
  await fill(world, '', { secretPin: '4711' });
  const { accountNumber, pin, ...plain } = changeOf(world, 'later');
  await saveTransfer(world.viewer, { id: world.transferId, version: 2, change: plain }, NOW);
  const kept = (await readSetup(world.viewer, world.setupId)).transfers[0];
  const place = { partnerId: world.partner.id, transferId: world.transferId };
  expect(openSecret(kept?.accountNumber ?? '', { ...place, field: 'account-number' }, KEY)).toBe(
    '8834221097',
  );
  expect(openSecret(kept?.pin ?? '', { ...place, field: 'pin' }, KEY)).toBe('4711');
  await saveTransfer(
    world.viewer,
    { id: world.transferId, version: 3, change: { ...plain, pin: null } },
    NOW,
  );
  expect((await readSetup(world.viewer, world.setupId)).transfers[0]).toMatchObject({
    pin: null,
    version: 4,
  });
});

test('the database takes no secret in plain text', async () => {
  const world = await makeSetup();
  const change = { ...changeOf(world, ''), pin: '4711' };
  await expect(saveTransfer(world.viewer, { id: world.transferId, version: 1, change }, NOW)).rejects.toThrow(
    /check constraint/,
  );
});

test('who looks at a secret is recorded with the address, for the partner and for the porting team', async () => {
  const world = await makeSetup();
  const { partner, transferId } = world;
  await fill(world, (await freePhones(1)).join(), { secretPin: '4711' });
  const asked = { partnerId: partner.id, transferId, field: 'pin' } as const;
  const agent = await makeAgent();
  // A draft is its partner's alone.
  await expect(revealSecret(agent, asked, { address: '192.0.2.8', now: NOW })).rejects.toThrow(NotFound);
  expect(
    openSecret(await revealSecret(world.viewer, asked, { address: '192.0.2.7', now: NOW }), asked, KEY),
  ).toBe('4711');
  await submitNow(world);
  await revealSecret(agent, { ...asked, field: 'account-number' }, { address: '192.0.2.8', now: later(5) });
  expect(
    await asOwner(
      'SELECT transfer_id::int AS transfer, field, actor, address, at FROM secret_reveal WHERE partner_id = $1 ORDER BY id',
      [partner.id],
    ),
  ).toEqual([
    { transfer: transferId, field: 'pin', actor: world.viewer.name, address: '192.0.2.7', at: NOW },
    { transfer: transferId, field: 'account-number', actor: agent.name, address: '192.0.2.8', at: later(5) },
  ]);
  await expect(
    revealSecret(viewerOf(await makeUser({})), asked, { address: '192.0.2.9', now: NOW }),
  ).rejects.toThrow(NotFound);
});

test('a number on an open order of one’s own names the request; another partner’s is told no more than that', async () => {
  const world = await makeSetup();
  const [own, others, closed, free] = await freePhones(4);
  const mine = await makeOrder({ partner: world.partner, detailedStatus: 'submitted' });
  const theirs = await makeOrder({ detailedStatus: 'submitted' });
  const done = await makeOrder({ detailedStatus: 'completed' });
  for (const [order, phone] of [
    [mine, own],
    [theirs, others],
    [done, closed],
  ] as const) {
    await asOwner(
      'INSERT INTO port_number (partner_id, request_id, order_id, phone) VALUES ($1, $2, $3, $4)',
      [order.request.account.partner.id, order.request.id, order.id, phone],
    );
  }
  const phones = [own, others, closed, free].flatMap((phone) => phone ?? []);
  const held = await checkSetupNumbers(world.viewer, phones);
  expect(held.toSorted((a, b) => (a.phone < b.phone ? -1 : 1))).toEqual(
    [
      { phone: own, requestId: mine.request.id },
      { phone: others, requestId: null },
    ].toSorted((a, b) => ((a.phone ?? '') < (b.phone ?? '') ? -1 : 1)),
  );
  const pasted = `${own}\n${others}\n${closed}\n${free}, ${free}\n919 555 01`;
  const sorted = sortTransfers([{ id: 1, carrier: 'A', pasted }], held).get(1);
  expect(sorted?.good).toEqual([closed, free]);
  const told = sorted?.notTaken.map(({ kind, text, because }) => `${kind} ${text}: ${because}`);
  expect(told).toEqual([
    `held ${formatPhoneNumber(own ?? '')}: It is on an open order of your request ${mine.request.id} already.`,
    `held ${formatPhoneNumber(others ?? '')}: It is on an open order with us already. Ask the porting team if that is a surprise.`,
    `twice ${formatPhoneNumber(free ?? '')}: It stands in the list more than once, first on line 4; it is taken once.`,
    'unreadable 919 555 01: It has 8 digits; a number has 10.',
  ]);
});

test('a number that stands in two transfers is taken in the first', () => {
  const transfers = [
    { id: 1, carrier: 'Verizon', pasted: '919-555-0110 to 0112' },
    { id: 2, carrier: '', pasted: '919-555-0112, 919-555-0113' },
  ];
  const sorted = sortTransfers(transfers, []);
  expect(sorted.get(1)?.good).toHaveLength(3);
  expect(sorted.get(2)).toMatchObject({
    good: ['+19195550113'],
    notTaken: [{ kind: 'twice', because: 'It is in the transfer from Verizon too.' }],
  });
});

test('a transfer is removed with its secrets; that somebody looked at them stays known', async () => {
  const world = await makeSetup();
  await fill(world, '');
  const other = await addTransfer(world.viewer, world.setupId, NOW);
  const asked = {
    partnerId: world.partner.id,
    transferId: world.transferId,
    field: 'account-number',
  } as const;
  await revealSecret(world.viewer, asked, { address: '192.0.2.7', now: NOW });
  const seen = { id: world.transferId, version: 1 };
  expect(await removeTransfer(world.viewer, seen, NOW)).toMatchObject({ kind: 'conflict' });
  expect(await removeTransfer(world.viewer, { ...seen, version: 2 }, NOW)).toEqual({ kind: 'removed' });
  expect((await readSetup(world.viewer, world.setupId)).transfers.map(({ id }) => id)).toEqual([other.id]);
  expect(await asOwner('SELECT FROM secret_reveal WHERE partner_id = $1', [world.partner.id])).toHaveLength(
    1,
  );
});

test('an order of new numbers can be taken out until it is submitted', async () => {
  const world = await makeSetup();
  const [first, second] = [await askFor(world, 2), await askFor(world, 3, null)];
  expect(await removeNumberOrder(world.viewer, { setupId: world.setupId, id: first }, NOW)).toBe(true);
  await submitNow(world);
  expect(await removeNumberOrder(world.viewer, { setupId: world.setupId, id: second }, NOW)).toBe(false);
  expect((await readSetup(world.viewer, world.setupId)).numberOrders).toMatchObject([
    { id: second, state: 'requested', city: 'Raleigh', quantity: 3 },
  ]);
});

test('a set-up that was never submitted is given up with its account; one whose account is in use leaves it', async () => {
  const [alone, used] = [await makeSetup(), await makeSetup()];
  await fill(alone, '919-555-0110');
  await askFor(alone, 2);
  expect(await discardSetup(alone.viewer, alone.setupId)).toEqual({ kind: 'discarded', account: true });
  await expect(readSetup(alone.viewer, alone.setupId)).rejects.toThrow(NotFound);
  expect(await asOwner('SELECT FROM account WHERE partner_id = $1', [alone.partner.id])).toEqual([]);
  const account = { partner: used.partner, id: used.accountId, username: null, company: null };
  await makeOrder({ account, numbers: 1 });
  expect(await discardSetup(used.viewer, used.setupId)).toEqual({ kind: 'discarded', account: false });
  expect(await asOwner('SELECT id FROM account WHERE partner_id = $1', [used.partner.id])).toEqual([
    { id: used.accountId },
  ]);
});

test('one that was submitted is not given up', async () => {
  const world = await makeSetup();
  await askFor(world, 1);
  await submitNow(world);
  expect(await discardSetup(world.viewer, world.setupId)).toEqual({ kind: 'submitted' });
});
