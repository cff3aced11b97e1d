import { afterAll, expect, test } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { fulfilNumberOrder } from '#data/number-orders/fulfil-number-order.ts';
import { listNumberOrders } from '#data/number-orders/list-number-orders.ts';
import { refuseNumberOrder } from '#data/number-orders/refuse-number-order.ts';
import { readSetup } from '#data/setups/read-setup.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { freePhones, later, makeAgent, NOW } from '../support/desk.ts';
import { makeOrder } from '../support/factories.ts';
import { askFor, makeSetup, type SetupWorld, submitNow } from '../support/setups.ts';

afterAll(closeConnections);

/** So many new numbers asked for and submitted; from any area code. */
async function requested(quantity: number, areaCode: string | null = null) {
  const world = await makeSetup();
  const id = await askFor(world, quantity, areaCode);
  await submitNow(world);
  return { world, order: { partnerId: world.partner.id, id, version: 2 } };
}

async function resultOf({ viewer, setupId }: SetupWorld) {
  return (await readSetup(viewer, setupId)).numberOrders[0];
}

test('the desk gives the numbers, and the partner sees them', async () => {
  const { world, order } = await requested(2);
  const agent = await makeAgent();
  const phones = await freePhones(2);
  const given = await fulfilNumberOrder(
    agent,
    { order, pasted: phones.map(formatPhoneNumber).join('\n') },
    later(5),
  );
  expect(given).toMatchObject({
    kind: 'decided',
    order: { state: 'fulfilled', phones, decidedBy: agent.name, decidedAt: later(5), version: 3 },
  });
  expect(await resultOf(world)).toMatchObject({ state: 'fulfilled', phones, decidedAt: later(5) });
});

test('numbers that are too few, of another kind or place, no numbers, held or given already are refused by name', async () => {
  const agent = await makeAgent();
  const { order } = await requested(3, '919');
  const held = await makeOrder({ numbers: 1 });
  const { order: other } = await requested(1);
  const [given = ''] = await freePhones(1);
  await fulfilNumberOrder(agent, { order: other, pasted: given }, NOW);
  const [tollFree = ''] = await freePhones(1, 'toll-free');
  const refused = await fulfilNumberOrder(
    agent,
    { order, pasted: [given, tollFree, held.phones[0], 'hello', tollFree].join('\n') },
    NOW,
  );
  expect(refused.kind).toBe('refused');
  const told = JSON.stringify(refused);
  for (const phone of [given, tollFree, held.phones[0] ?? ''])
    expect(told).toContain(formatPhoneNumber(phone));
  expect(told).toContain('hello: It has letters in it.');
  expect(told).toContain('is toll-free; local numbers are asked for.');
  expect(told).toContain('is not in area code 919.');
  expect(told).toContain('was given to');
  const { order: few } = await requested(2);
  expect(
    await fulfilNumberOrder(agent, { order: few, pasted: (await freePhones(1)).join() }, NOW),
  ).toMatchObject({
    kind: 'refused',
    problems: ['It asks for 2 numbers; the list has 1.'],
  });
});

test('a refusal needs its reason, which the partner reads', async () => {
  const { world, order } = await requested(1);
  const agent = await makeAgent();
  expect(await refuseNumberOrder(agent, { order, because: '  ' }, NOW)).toMatchObject({ kind: 'refused' });
  expect(
    await refuseNumberOrder(agent, { order, because: ' None left in Raleigh. ' }, later(9)),
  ).toMatchObject({
    kind: 'decided',
    order: { state: 'refused', because: 'None left in Raleigh.' },
  });
  expect(await resultOf(world)).toMatchObject({ state: 'refused', because: 'None left in Raleigh.' });
});

test('two agents at once: the second is told what the first did', async () => {
  const { order } = await requested(1);
  const [one, two] = [await makeAgent(), await makeAgent('lead')];
  const [phone = ''] = await freePhones(1);
  const both = await Promise.all([
    fulfilNumberOrder(one, { order, pasted: phone }, NOW),
    refuseNumberOrder(two, { order, because: 'No' }, NOW),
  ]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'decided']);
  const conflict = both.find(({ kind }) => kind === 'conflict');
  expect(conflict).toMatchObject({ order: { version: 3 } });
});

test('one number is given once, also by two agents at once', async () => {
  const orders = [(await requested(1)).order, (await requested(1)).order];
  const agent = await makeAgent();
  const [phone = ''] = await freePhones(1);
  const both = await Promise.all(
    orders.map((order) => fulfilNumberOrder(agent, { order, pasted: phone }, NOW)),
  );
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['decided', 'refused']);
});

test('the list has those that wait, the longest first, and those that are done; drafts are not in it', async () => {
  const agent = await makeAgent();
  const draft = await makeSetup();
  const id = await askFor(draft, 1);
  const { world, order } = await requested(1);
  const all = async (tab: 'requested' | 'done') => {
    const found = [];
    for (let page = 1; ; page++) {
      const { orders } = await listNumberOrders(agent, { tab, page });
      if (orders.length === 0) return found;
      found.push(...orders);
    }
  };
  const waiting = await all('requested');
  expect(waiting.map(({ requestedAt }) => requestedAt.getTime())).toEqual(
    waiting.map(({ requestedAt }) => requestedAt.getTime()).toSorted((a, b) => a - b),
  );
  const own = waiting.find((one) => one.partnerId === world.partner.id);
  expect(own).toMatchObject({ id: order.id, partner: world.partner.name, account: { id: world.accountId } });
  expect(waiting.some((one) => one.partnerId === draft.partner.id && one.id === id)).toBe(false);
  await refuseNumberOrder(agent, { order, because: 'None left' }, later(1));
  expect((await all('done')).find((one) => one.partnerId === world.partner.id)).toMatchObject({
    id: order.id,
  });
});
