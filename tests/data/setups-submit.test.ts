import { afterAll, expect, test, vi } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { readOrder } from '#data/orders/read-order.ts';
import { createRequest } from '#data/requests/create-request.ts';
import { addDocument } from '#data/setups/add-document.ts';
import { addTransfer } from '#data/setups/add-transfer.ts';
import { readRequestTransfer } from '#data/setups/read-request-transfer.ts';
import { readSetup } from '#data/setups/read-setup.ts';
import { removeDocument } from '#data/setups/remove-document.ts';
import { saveTransfer } from '#data/setups/save-transfer.ts';
import { type SetupSubmitted, submitSetup } from '#data/setups/submit-setup.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { openSecret } from '#server/secret-text.ts';
import { eventsOf, freePhones, later, makeAgent, NOW } from '../support/desk.ts';
import { asOwner } from '../support/owner.ts';
import {
  askFor,
  changeOf,
  fill,
  KEY,
  makeSetup,
  reseal,
  review,
  type SetupWorld,
  submitNow,
} from '../support/setups.ts';

afterAll(closeConnections);

const PDF = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');

function paper(transferId: number, kind: 'loa' | 'bill' = 'loa', fileName = 'loa.pdf') {
  return { transferId, kind, fileName, contentType: 'application/pdf', content: PDF } as const;
}

function made(submitted: SetupSubmitted): Extract<SetupSubmitted, { kind: 'submitted' }> {
  if (submitted.kind !== 'submitted') throw new Error(`It was not submitted: ${JSON.stringify(submitted)}`);
  return submitted;
}

async function secondTransfer(world: SetupWorld): Promise<SetupWorld> {
  const { id } = await addTransfer(world.viewer, world.setupId, NOW);
  return { ...world, transferId: id };
}

test('each carrier’s transfer becomes a request, local and toll-free an order each, begun as its LOA allows', async () => {
  const world = await makeSetup();
  const [local, tollFree] = [await freePhones(3), await freePhones(2, 'toll-free')];
  const [other] = [await freePhones(5)].map((phones) =>
    phones.filter((phone) => !local.includes(phone)).slice(0, 1),
  );
  await fill(world, [...local, ...tollFree].join('\n'));
  await addDocument(world.viewer, paper(world.transferId), NOW);
  const second = await secondTransfer(world);
  await fill(second, other?.join() ?? '', { carrier: 'Frontier', timing: '2-4-weeks' });
  await askFor(world, 4);

  const { requests, numberOrders, leftOver } = made(await submitNow(world, later(60)));
  expect(numberOrders).toBe(1);
  expect(leftOver).toBe(0);
  expect(requests).toMatchObject([
    {
      carrier: 'Verizon',
      hasLoa: true,
      orders: [
        { type: 'local', numbers: 3 },
        { type: 'toll-free', numbers: 2 },
      ],
    },
    { carrier: 'Frontier', hasLoa: false, orders: [{ type: 'local', numbers: 1 }] },
  ]);
  const ids = requests.flatMap(({ orders }) => orders.map(({ orderId }) => orderId));
  const agent = await makeAgent();
  const orders = await Promise.all(ids.map((id) => readOrder(agent, id)));
  expect(orders.map(({ detailedStatus }) => detailedStatus)).toEqual([
    'received-loa',
    'received-loa',
    'waiting-for-loa',
  ]);
  expect(orders[0]).toMatchObject({
    account: { id: world.accountId },
    phones: local,
    createdOn: '2026-11-24',
  });
  expect(await eventsOf(...ids.slice(0, 1))).toMatchObject([
    {
      ...{ kind: 'created', actor: world.viewer.name, visible: true, version: 1, at: later(60) },
      changes: [
        { field: 'detailedStatus', from: null, to: 'received-loa' },
        { field: 'numbers', from: 0, to: 3 },
      ],
    },
  ]);
  const setup = await readSetup(world.viewer, world.setupId);
  expect(setup.submittedAt).toEqual(later(60));
  expect(setup.numberOrders).toMatchObject([{ state: 'requested', requestedAt: later(60) }]);
  expect(setup.transfers.map(({ requestId }) => requestId)).toEqual(
    requests.map(({ requestId }) => requestId),
  );
  // What the carrier asks for is there for the desk, with the request.
  expect(
    await readRequestTransfer(agent, {
      partnerId: world.partner.id,
      requestId: requests[1]?.requestId ?? '',
    }),
  ).toMatchObject({ carrier: 'Frontier', timing: '2-4-weeks', authorisedName: 'Ada Bright' });
});

test('pressing twice submits once', async () => {
  const world = await makeSetup();
  await fill(world, (await freePhones(2)).join());
  const seen = await review(world);
  const both = await Promise.all([1, 2].map(() => submitSetup(world.viewer, seen, { now: NOW, reseal })));
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['nothing-new', 'submitted']);
  expect(await asOwner('SELECT FROM port_request WHERE partner_id = $1', [world.partner.id])).toHaveLength(1);
});

test('what changed since the review is looked at again first', async () => {
  const world = await makeSetup();
  await fill(world, (await freePhones(1)).join());
  const seen = await review(world);
  await askFor(world, 1);
  expect(await submitSetup(world.viewer, seen, { now: NOW, reseal })).toEqual({ kind: 'conflict' });
  expect(await asOwner('SELECT FROM port_request WHERE partner_id = $1', [world.partner.id])).toEqual([]);
});

test('a number that an open order came to hold since the review is refused by name, and nothing is made', async () => {
  const world = await makeSetup();
  const [taken, free] = await freePhones(2);
  await fill(world, `${taken}\n${free}`);
  await askFor(world, 1);
  const seen = await review(world);
  const account = { partnerId: world.partner.id, accountId: world.accountId };
  const phones = [taken ?? ''];
  await createRequest(await makeAgent(), { ...account, phones, detailedStatus: 'received-loa' }, NOW);
  const refused = await submitSetup(world.viewer, seen, { now: NOW, reseal });
  expect(refused).toMatchObject({
    kind: 'refused',
    problems: [{ transferId: world.transferId, field: 'held' }],
  });
  expect(JSON.stringify(refused)).toContain(formatPhoneNumber(taken ?? ''));
  expect((await readSetup(world.viewer, world.setupId)).numberOrders).toMatchObject([{ state: 'draft' }]);
});

test('two set-ups that want the same number at once: one gets it', async () => {
  const worlds = [await makeSetup(), await makeSetup()];
  const pasted = (await freePhones(3)).join('\n');
  for (const world of worlds) await fill(world, pasted);
  const both = await Promise.all(worlds.map((world) => submitNow(world)));
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'submitted']);
});

test('a set-up and the desk that want the same number at once: one gets it', async () => {
  const world = await makeSetup();
  const [phone = ''] = await freePhones(1);
  await fill(world, phone);
  const agent = await makeAgent();
  const account = { partnerId: world.partner.id, accountId: world.accountId };
  const [submitted, created] = await Promise.all([
    submitNow(world),
    createRequest(agent, { ...account, phones: [phone], detailedStatus: 'received-loa' }, NOW),
  ]);
  expect([submitted.kind === 'submitted', created.kind === 'created'].filter(Boolean)).toHaveLength(1);
  expect(await asOwner('SELECT FROM port_number WHERE phone = $1', [phone])).toHaveLength(1);
});

test('what is missing of a transfer is told field by field; one that is blank is left alone', async () => {
  const world = await makeSetup();
  await askFor(world, 1);
  const second = await secondTransfer(world);
  await saveTransfer(
    world.viewer,
    {
      ...{ id: second.transferId, version: 1 },
      change: {
        ...changeOf(second, 'no number'),
        carrier: '',
        serviceAddress: null,
        authorisedName: null,
        timing: null,
        accountNumber: null,
      },
    },
    NOW,
  );
  const refused = await submitNow(world);
  expect(refused).toMatchObject({
    kind: 'refused',
    problems: ['pasted', 'carrier', 'accountNumber', 'serviceAddress', 'authorisedName'].map((field) => ({
      ...{ transferId: second.transferId, field },
    })),
  });
});

test('local numbers need a window; toll-free ones have none', async () => {
  const world = await makeSetup();
  await fill(world, (await freePhones(1)).join(), { timing: null });
  expect(await submitNow(world)).toMatchObject({ kind: 'refused', problems: [{ field: 'timing' }] });
  await fill(world, (await freePhones(1, 'toll-free')).join(), { timing: null });
  expect(await submitNow(world)).toMatchObject({ kind: 'submitted' });
});

test('two transfers from one carrier are put together, or told apart by name', async () => {
  const world = await makeSetup();
  const [first = '', second = ''] = await freePhones(2);
  await fill(world, first);
  const other = await secondTransfer(world);
  await fill(other, second, { carrier: ' verizon ' });
  expect(await submitNow(world)).toMatchObject({
    kind: 'refused',
    problems: [{ transferId: other.transferId, field: 'carrier' }],
  });
  await fill(other, second, { carrier: 'Verizon, account 2' });
  expect(made(await submitNow(world)).requests).toHaveLength(2);
});

test('good numbers go on while bad ones stay to be mended, with what is known of the carrier', async () => {
  const world = await makeSetup();
  const [first = '', second = '', mended = ''] = await freePhones(3);
  await fill(world, `${first}\n${second}\n${first}\n919 555 01\nhello`, { secretPin: '4711' });
  expect(made(await submitNow(world))).toMatchObject({
    leftOver: 1,
    requests: [{ orders: [{ numbers: 2 }] }],
  });
  const [done, rest] = (await readSetup(world.viewer, world.setupId)).transfers;
  expect(done?.pasted).toBe(`${formatPhoneNumber(first)}\n${formatPhoneNumber(second)}`);
  expect(rest).toMatchObject({
    ...{ carrier: 'Verizon', serviceAddress: '1 Main St, Raleigh NC', authorisedName: 'Ada Bright' },
    ...{ timing: '1-2-weeks', pasted: '919 555 01\nhello', requestId: null },
  });
  const place = { partnerId: world.partner.id, transferId: rest?.id ?? 0 };
  expect(openSecret(rest?.accountNumber ?? '', { ...place, field: 'account-number' }, KEY)).toBe(
    '8834221097',
  );
  expect(openSecret(rest?.pin ?? '', { ...place, field: 'pin' }, KEY)).toBe('4711');

  // Mended and submitted later, it becomes a request of its own.
  await fill({ ...world, transferId: rest?.id ?? 0 }, mended);
  expect(made(await submitNow(world, later(90))).requests).toHaveLength(1);
  const setup = await readSetup(world.viewer, world.setupId);
  expect(setup.submittedAt).toEqual(NOW);
  expect(new Set(setup.transfers.map(({ requestId }) => requestId)).size).toBe(2);
});

test('what was submitted cannot be typed over', async () => {
  const world = await makeSetup();
  await fill(world, (await freePhones(1)).join());
  const { requests } = made(await submitNow(world));
  const late = { id: world.transferId, version: 2, change: changeOf(world, 'late') };
  expect(await saveTransfer(world.viewer, late, NOW)).toEqual({
    kind: 'submitted',
    requestId: requests[0]?.requestId,
  });
});

test('an LOA that comes after submission moves the orders that wait for it, once, and says so in their history', async () => {
  const world = await makeSetup();
  await fill(world, [...(await freePhones(2)), ...(await freePhones(1, 'toll-free'))].join('\n'));
  const { requests } = made(await submitNow(world));
  const ids = requests.flatMap(({ orders }) => orders.map(({ orderId }) => orderId));
  expect(
    await addDocument(world.viewer, paper(world.transferId, 'bill', 'bill.pdf'), later(10)),
  ).toMatchObject({
    moved: 0,
  });
  expect(await addDocument(world.viewer, paper(world.transferId), later(20))).toMatchObject({
    moved: 2,
    documents: [{ kind: 'bill' }, { kind: 'loa', fileName: 'loa.pdf' }],
  });
  for (const id of ids) {
    expect(await eventsOf(id)).toMatchObject([
      { kind: 'created', version: 1 },
      {
        ...{
          kind: 'changed',
          actor: world.viewer.name,
          visible: true,
          version: 2,
          note: 'The LOA came: loa.pdf',
        },
        changes: [{ field: 'detailedStatus', from: 'waiting-for-loa', to: 'received-loa' }],
      },
    ]);
  }
  // A newer one is kept beside it, and moves nothing.
  const again = await addDocument(world.viewer, paper(world.transferId, 'loa', 'newer.pdf'), later(30));
  expect(again.moved).toBe(0);
  expect(again.documents.filter(({ kind }) => kind === 'loa')).toHaveLength(2);
  const [first] = again.documents;
  expect(await removeDocument(world.viewer, { transferId: world.transferId, id: first?.id ?? '' }, NOW)).toBe(
    false,
  );
});

test('two LOAs at once move the orders once', async () => {
  const world = await makeSetup();
  await fill(world, (await freePhones(1)).join());
  await submitNow(world);
  const both = await Promise.all(
    ['a.pdf', 'b.pdf'].map((name) => addDocument(world.viewer, paper(world.transferId, 'loa', name), NOW)),
  );
  expect(both.map(({ moved }) => moved).toSorted()).toEqual([0, 1]);
});

test('of a draft a newer paper takes the place of the older one, and can be taken away', async () => {
  const world = await makeSetup();
  await addDocument(world.viewer, paper(world.transferId), NOW);
  await addDocument(world.viewer, paper(world.transferId, 'bill', 'bill.pdf'), later(1));
  const { documents } = await addDocument(
    world.viewer,
    paper(world.transferId, 'loa', 'newer.pdf'),
    later(2),
  );
  expect(documents.map(({ fileName }) => fileName)).toEqual(['bill.pdf', 'newer.pdf']);
  const [bill] = documents;
  expect(await removeDocument(world.viewer, { transferId: world.transferId, id: bill?.id ?? '' }, NOW)).toBe(
    true,
  );
  expect((await readSetup(world.viewer, world.setupId)).transfers[0]?.documents).toHaveLength(1);
});

test('secrets stand nowhere in plain text: in no table, no event, no log, after all that can be done with them', async () => {
  const written: string[] = [];
  const tap = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const world = await makeSetup();
  const [secret, pin] = ['90817263545', '60718293'];
  await fill(world, `${(await freePhones(2)).join('\n')}\nhello`, { secret, secretPin: pin });
  await submitNow(world);
  await addDocument(world.viewer, paper(world.transferId), NOW);
  tap.mockRestore();
  const tables = await asOwner<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const holding = new Set<string>();
  for (const { name } of tables) {
    const found = await asOwner(
      `SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0 LIMIT 1`,
      [secret, pin],
    );
    expect(found, name).toEqual([]);
    // So that the search is known to find what is there.
    if (
      (await asOwner(`SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 LIMIT 1`, ['Verizon'])).length > 0
    )
      holding.add(name);
  }
  expect([...holding]).toContain('public.setup_transfer');
  expect(JSON.stringify(await readSetup(world.viewer, world.setupId))).not.toMatch(`${secret}|${pin}`);
  expect(written.join('')).not.toMatch(new RegExp(`${secret}|${pin}`));
});
