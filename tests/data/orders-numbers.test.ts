import { afterAll, describe, expect, it } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { addNumbers } from '#data/orders/add-numbers.ts';
import { checkNumbers } from '#data/orders/check-numbers.ts';
import { editOrder } from '#data/orders/edit-order.ts';
import { moveNumbers } from '#data/orders/move-numbers.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { numberHistory } from '#data/orders/number-history.ts';
import { readOrder } from '#data/orders/read-order.ts';
import { removeNumbers } from '#data/orders/remove-numbers.ts';
import { splitOrder } from '#data/orders/split-order.ts';
import { undoAct } from '#data/orders/undo-act.ts';
import { createRequest } from '#data/requests/create-request.ts';
import { NotFound } from '#domain/not-found.ts';
import { formatPhoneNumber, type PhoneNumber } from '#domain/phone-number.ts';
import { importRows, ordersOf, row } from '../imports/support.ts';
import {
  eventsOf,
  fieldsOf,
  freePhones,
  later,
  makeAgent,
  NEXT_WEEK,
  NOW,
  refOf,
  seen,
} from '../support/desk.ts';
import {
  makeAccount,
  makeNumber,
  makeOrder,
  makePartner,
  makeRequest,
  type Order,
} from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';

afterAll(closeConnections);

const SCHEDULE = { to: 'firm-order-confirmation', focOn: NEXT_WEEK } as const;

describe('splitting an order', () => {
  it('takes numbers to a new order of the request with the same fields, and moves it in the same step', async () => {
    const agent = await makeAgent();
    const order = await makeOrder({
      numbers: 5,
      location: 'Carmel',
      estimatedOn: '2026-11-30',
      submittedOn: '2026-11-03',
    });
    const [a, b] = order.phones;
    const split = await splitOrder(
      agent,
      { order: seen(order), phones: [a ?? '', b ?? ''], move: SCHEDULE },
      NOW,
    );
    if (split.kind !== 'changed') throw new Error(split.kind);
    const [stays, goes] = [await readOrder(agent, order.id), await readOrder(agent, split.newOrderId)];
    expect(stays).toMatchObject({
      version: 2,
      numbers: 3,
      detailedStatus: 'submitted',
      phones: order.phones.slice(2),
    });
    expect(goes).toMatchObject({
      ...{
        requestId: order.request.id,
        numbers: 2,
        phones: [a, b],
        detailedStatus: 'firm-order-confirmation',
      },
      ...{
        focOn: NEXT_WEEK,
        focTime: '10:00',
        location: 'Carmel',
        estimatedOn: '2026-11-30',
        submittedOn: '2026-11-03',
      },
      siblings: [{ id: order.id, numbers: 3, detailedStatus: 'submitted' }],
    });
    expect(await eventsOf(order.id, split.newOrderId)).toMatchObject([
      {
        ...{ order: order.id, kind: 'numbers-moved', numbers: [a, b], version: 2 },
        changes: [
          { field: 'numbers', from: 5, to: 3 },
          { field: 'order', from: order.id, to: split.newOrderId },
        ],
      },
      { order: split.newOrderId, kind: 'created', numbers: [a, b], version: 1 },
      { order: split.newOrderId, kind: 'changed', version: 2 },
    ]);
  });

  it('is undone: the numbers go back, and the new order, empty, is closed and shown to nobody', async () => {
    const agent = await makeAgent();
    const order = await makeOrder({ numbers: 3 });
    const before = await fieldsOf(order.id);
    const split = await splitOrder(
      agent,
      { order: seen(order), phones: order.phones.slice(1), move: SCHEDULE },
      NOW,
    );
    if (split.kind !== 'changed') throw new Error(split.kind);
    expect(await undoAct(agent, split.actId, later(5))).toMatchObject({
      kind: 'undone',
      undone: 2,
      keptCount: 0,
    });
    expect(await fieldsOf(order.id)).toEqual(before);
    expect(await fieldsOf(split.newOrderId)).toMatchObject([
      { detailed_status: 'cancelled', number_count: 0 },
    ]);
    expect((await readOrder(agent, order.id)).siblings).toEqual([]);
    expect(
      await moveOrder(
        agent,
        { order: { ...seen(order), orderId: split.newOrderId, version: 3 }, move: SCHEDULE },
        NOW,
      ),
    ).toMatchObject({
      problems: [{ because: 'It holds no numbers.' }],
    });
  });

  it('is kept as a whole when one of the two orders was changed since', async () => {
    const agent = await makeAgent();
    const order = await makeOrder({ numbers: 3 });
    const split = await splitOrder(agent, { order: seen(order), phones: order.phones.slice(1) }, NOW);
    if (split.kind !== 'changed') throw new Error(split.kind);
    const fresh = { ...refOf(order), orderId: split.newOrderId, version: 1 };
    await moveOrder(agent, { order: fresh, move: { to: 'cancelled' } }, NOW);
    expect(await undoAct(agent, split.actId, later(5))).toMatchObject({ undone: 0, keptCount: 2 });
    expect(await readOrder(agent, order.id)).toMatchObject({ numbers: 1, version: 2 });
  });

  it('is refused: numbers that are not there, all numbers, what is no number, closed orders, an illegal move', async () => {
    const agent = await makeAgent();
    const order = await makeOrder({ numbers: 2 });
    const closed = await makeOrder({ numbers: 2, detailedStatus: 'completed' });
    const [a = '', b = ''] = order.phones;
    const split = (of: Order, phones: string[], move?: { to: 'waiting-for-loa' }) =>
      splitOrder(agent, { order: seen(of), phones, move }, NOW);
    expect(await split(order, [a, b])).toMatchObject({
      problems: [{ because: `At least one number must stay on order ${order.id}: an order is never empty.` }],
    });
    expect(await split(order, [])).toMatchObject({ problems: [{ because: 'Give at least one number.' }] });
    expect(await split(order, [a, a, '911', '212 555 0198'])).toMatchObject({
      kind: 'refused',
      problems: [
        { because: expect.stringContaining('is in the list twice.') },
        { because: '"911" is no North American telephone number.' },
        { because: `(212) 555-0198 is not on order ${order.id}.` },
      ],
    });
    expect(await split(closed, closed.phones.slice(1))).toMatchObject({
      problems: [{ because: `Order ${closed.id} is Completed: its numbers stay as they are.` }],
    });
    expect(await split(order, [a], { to: 'waiting-for-loa' })).toMatchObject({ problems: [{ field: 'to' }] });
    expect(await readOrder(agent, order.id)).toMatchObject({ version: 1, numbers: 2, siblings: [] });
  });
});

describe('numbers of a request', () => {
  it('move between its open orders, and back by undoing', async () => {
    const agent = await makeAgent();
    const request = await makeRequest();
    const [from, to] = [await makeOrder({ request, numbers: 3 }), await makeOrder({ request, numbers: 1 })];
    const before = await fieldsOf(from.id, to.id);
    const moved = await moveNumbers(
      agent,
      { from: seen(from), to: to.id, phones: from.phones.slice(1) },
      NOW,
    );
    if (moved.kind !== 'changed') throw new Error(moved.kind);
    expect(await readOrder(agent, to.id)).toMatchObject({ numbers: 3, version: 2 });
    expect(
      (await eventsOf(from.id, to.id)).map(({ order, kind, changes }) => [order, kind, changes[0]]),
    ).toEqual([
      [from.id, 'numbers-moved', { field: 'numbers', from: 3, to: 1 }],
      [to.id, 'numbers-moved', { field: 'numbers', from: 1, to: 3 }],
    ]);
    expect(await undoAct(agent, moved.actId, NOW)).toMatchObject({ undone: 2 });
    expect(await fieldsOf(from.id, to.id)).toEqual(before);
  });

  it('never mix local and toll-free, leave an order empty, or go to a closed order or another request', async () => {
    const agent = await makeAgent();
    const request = await makeRequest();
    const from = await makeOrder({ request, numbers: 2 });
    const tollFree = await makeOrder({ request, numbers: 1, type: 'toll-free' });
    const closed = await makeOrder({ request, numbers: 1, detailedStatus: 'cancelled' });
    const stranger = await makeOrder({ numbers: 1, account: request.account });
    const [phone = ''] = from.phones;
    const move = (to: Order, phones = [phone]) =>
      moveNumbers(agent, { from: seen(from), to: to.id, phones }, NOW);
    expect(await move(tollFree)).toMatchObject({
      problems: [{ because: expect.stringMatching(/is local, the order is toll-free\.$/) }],
    });
    expect(await move(closed)).toMatchObject({
      problems: [{ field: 'to', because: `Order ${closed.id} is Cancelled: its numbers stay as they are.` }],
    });
    expect(await move(stranger)).toMatchObject({
      problems: [
        { field: 'to', because: `Order ${stranger.id} is of another request, ${stranger.request.id}.` },
      ],
    });
    expect(await move(from)).toMatchObject({ problems: [{ field: 'to' }] });
    const open = await makeOrder({ request, numbers: 1 });
    expect(await move(open, from.phones)).toMatchObject({
      problems: [{ because: expect.stringContaining('an order is never empty') }],
    });
    const mixed = await addNumbers(agent, { order: seen(from), phones: ['800-555-0143'] }, NOW);
    // Some other test's open order may hold that number too.
    expect(mixed).toMatchObject({
      problems: expect.arrayContaining([
        { field: 'phones', because: '(800) 555-0143 is toll-free, the order is local.' },
      ]),
    });
    await expect(
      moveNumbers(agent, { from: seen(from), to: (await makeOrder()).id, phones: [phone] }, NOW),
    ).rejects.toThrow(NotFound);
  });

  it('are added and taken out, with an event that names them', async () => {
    const agent = await makeAgent();
    const order = await makeOrder({ numbers: 1 });
    const [phone = ''] = await freePhones(1);
    expect(
      await addNumbers(
        agent,
        { order: seen(order), phones: [formatPhoneNumber(phone)], note: 'Forgotten' },
        NOW,
      ),
    ).toMatchObject({ kind: 'changed', version: 2 });
    expect(await readOrder(agent, order.id)).toMatchObject({
      numbers: 2,
      phones: expect.arrayContaining([phone]),
    });
    expect(
      await removeNumbers(agent, { order: seen(order, 2), phones: [phone], note: ' ' }, NOW),
    ).toMatchObject({
      problems: [{ field: 'note', because: 'Say in a note why they are taken out.' }],
    });
    const removed = await removeNumbers(
      agent,
      { order: seen(order, 2), phones: [phone], note: 'Stays behind' },
      NOW,
    );
    expect(removed).toMatchObject({ kind: 'changed', version: 3 });
    expect(
      await removeNumbers(agent, { order: seen(order, 3), phones: order.phones, note: 'x' }, NOW),
    ).toMatchObject({ kind: 'refused' });
    expect(await eventsOf(order.id)).toMatchObject([
      {
        kind: 'numbers-added',
        numbers: [phone],
        note: 'Forgotten',
        changes: [{ field: 'numbers', from: 1, to: 2 }],
      },
      {
        kind: 'numbers-removed',
        numbers: [phone],
        note: 'Stays behind',
        changes: [{ field: 'numbers', from: 2, to: 1 }],
      },
    ]);
    expect(removed.kind === 'changed' && (await undoAct(agent, removed.actId, NOW))).toMatchObject({
      kind: 'refused',
    });
  });

  it('are refused by name when an open order of any partner has them, or a closed one of the same request', async () => {
    const agent = await makeAgent();
    const [taken = '', was = '', gone = ''] = await freePhones(3);
    const other = await makeOrder({ detailedStatus: 'rejected' });
    await makeNumber({ order: other, phone: taken });
    const order = await makeOrder({ numbers: 1 });
    const before = await makeOrder({ request: order.request, detailedStatus: 'cancelled' });
    await makeNumber({ order: before, phone: was });
    const free = await makeOrder({ detailedStatus: 'completed' });
    await makeNumber({ order: free, phone: gone });
    const phones = [taken, was, gone];
    expect(await addNumbers(agent, { order: seen(order), phones }, NOW)).toEqual({
      kind: 'refused',
      problems: expect.arrayContaining([
        expect.objectContaining({
          because: expect.stringContaining(
            `is on order ${other.id} of ${other.request.account.partner.name} (Rejected).`,
          ),
        }),
        {
          field: 'phones',
          because: `${formatPhoneNumber(was)} is on order ${before.id} of ${order.request.account.partner.name} (Cancelled).`,
        },
      ]),
    });
    expect(await addNumbers(agent, { order: seen(order), phones: [gone] }, NOW)).toMatchObject({
      kind: 'changed',
    });
    const found = await checkNumbers(agent, [taken, was, gone] as PhoneNumber[]);
    expect(found.map(({ phone, orderId }) => [phone, orderId])).toEqual(
      [
        [taken, other.id],
        [gone, order.id],
      ].toSorted(),
    );
  });

  it('keep their history from order to order', async () => {
    const agent = await makeAgent();
    const order = await makeOrder({ numbers: 3 });
    const [phone = '', stays = ''] = order.phones;
    await moveOrder(agent, { order: seen(order), move: { to: 'pending-carrier-response' } }, NOW);
    const split = await splitOrder(
      agent,
      { order: seen(order, 2), phones: [phone], move: SCHEDULE },
      later(60),
    );
    if (split.kind !== 'changed') throw new Error(split.kind);
    await moveOrder(agent, { order: seen(order, 3), move: { to: 'cancelled' } }, later(120));
    const of = (number: string) => ({
      partnerId: refOf(order).partnerId,
      requestId: order.request.id,
      phone: number as PhoneNumber,
    });
    const told = async (number: string) =>
      (await numberHistory(agent, of(number))).map(({ orderId, kind }) => [
        orderId === order.id ? 'first' : 'new',
        kind,
      ]);
    expect(await told(phone)).toEqual([
      ['new', 'changed'],
      ['new', 'created'],
      ['first', 'changed'],
    ]);
    expect(await told(stays)).toEqual([
      ['first', 'changed'],
      ['first', 'numbers-moved'],
      ['first', 'changed'],
    ]);
    const [nobodys = ''] = await freePhones(1);
    await expect(numberHistory(agent, of(nobodys))).rejects.toThrow(NotFound);
  });
});

describe('the history of a number', () => {
  it('goes on through a split that was undone, and through being taken out and added again', async () => {
    const agent = await makeAgent();
    const [phone = ''] = await freePhones(1);
    const order = await makeOrder({ numbers: 1 });
    await addNumbers(agent, { order: seen(order), phones: [phone] }, NOW);
    const split = await splitOrder(agent, { order: seen(order, 2), phones: [phone] }, later(60));
    if (split.kind !== 'changed') throw new Error(split.kind);
    await undoAct(agent, split.actId, later(70));
    await removeNumbers(agent, { order: seen(order, 4), phones: [phone], note: 'Stays behind' }, later(80));
    const of = {
      partnerId: refOf(order).partnerId,
      requestId: order.request.id,
      phone: phone as PhoneNumber,
    };
    const gone = [
      [order.id, 'numbers-removed'],
      [order.id, 'undone'],
      [split.newOrderId, 'created'],
      [order.id, 'numbers-added'],
    ];
    expect((await numberHistory(agent, of)).map(({ orderId, kind }) => [orderId, kind])).toEqual(gone);
    await addNumbers(agent, { order: seen(order, 5), phones: [phone] }, later(90));
    expect((await numberHistory(agent, of)).map(({ orderId, kind }) => [orderId, kind])).toEqual([
      [order.id, 'numbers-added'],
      ...gone,
    ]);
  });
});

describe('the history of an imported number', () => {
  it('goes on when a report splits its order', async () => {
    const partner = await makePartner();
    const [stays = '', goes = ''] = await freePhones(2);
    await importRows(partner, [row(stays), row(goes)]);
    await importRows(partner, [row(stays), row(goes, { detailedStatus: 'Pending carrier response' })]);
    const [first, second] = await ordersOf(partner);
    const of = { partnerId: partner.id, requestId: row(goes).requestId ?? '', phone: goes as PhoneNumber };
    expect((await numberHistory(await makeAgent(), of)).map(({ orderId, kind }) => [orderId, kind])).toEqual([
      [second?.id, 'created'],
      [first?.id, 'created'],
    ]);
    expect((await eventsOf(first?.id ?? 0)).at(-1)).toMatchObject({
      kind: 'numbers-moved',
      numbers: [goes],
      version: 2,
    });
  });
});

describe('a case number', () => {
  it('is of the request: all its orders tell of a new one, and of its undoing', async () => {
    const agent = await makeAgent();
    const request = await makeRequest({ caseNumber: '90001' });
    const [order, sibling] = [
      await makeOrder({ request, numbers: 1 }),
      await makeOrder({ request, numbers: 1 }),
    ];
    const edited = await editOrder(
      agent,
      { order: seen(order), edit: { caseNumber: '90002', location: 'Carmel' } },
      NOW,
    );
    if (edited.kind !== 'changed') throw new Error(edited.kind);
    expect(await readOrder(agent, sibling.id)).toMatchObject({
      caseNumber: '90002',
      version: 2,
      location: null,
    });
    expect((await eventsOf(order.id, sibling.id)).map(({ order: of, changes }) => [of, changes])).toEqual([
      [
        order.id,
        [
          { field: 'location', from: null, to: 'Carmel' },
          { field: 'caseNumber', from: '90001', to: '90002' },
        ],
      ],
      [sibling.id, [{ field: 'caseNumber', from: '90001', to: '90002' }]],
    ]);
    await undoAct(agent, edited.actId, NOW);
    expect(await readOrder(agent, order.id)).toMatchObject({
      caseNumber: '90001',
      location: null,
      version: 3,
    });
  });
});

describe('a request from scratch', () => {
  it('becomes an order of its local and one of its toll-free numbers, in any format', async () => {
    const agent = await makeAgent();
    const account = await makeAccount();
    const [a = '', b = ''] = await freePhones(2);
    const [free = ''] = await freePhones(1, 'toll-free');
    const made = await createRequest(
      agent,
      {
        ...{ partnerId: account.partner.id, accountId: account.id, caseNumber: '70001', note: 'By phone' },
        ...{
          phones: [formatPhoneNumber(a), b.slice(1), ` 1 ${free.slice(2)}`],
          detailedStatus: 'received-loa',
        },
      },
      NOW,
    );
    if (made.kind !== 'created') throw new Error(made.kind);
    expect(made.orders.map(({ type, numbers }) => [type, numbers])).toEqual([
      ['local', 2],
      ['toll-free', 1],
    ]);
    const [local] = made.orders;
    expect(await readOrder(agent, local?.orderId ?? 0)).toMatchObject({
      ...{
        requestId: made.requestId,
        caseNumber: '70001',
        detailedStatus: 'received-loa',
        createdOn: '2026-11-24',
      },
      ...{ phones: [a, b], changedBy: null, statusSince: NOW },
    });
    expect(await eventsOf(...made.orders.map(({ orderId }) => orderId))).toMatchObject([
      { kind: 'created', actor: agent.name, note: 'By phone' },
      { kind: 'created', actor: agent.name },
    ]);
  });

  it('is refused with every number that cannot be, by name, and makes nothing', async () => {
    const agent = await makeAgent();
    const account = await makeAccount();
    const [taken = '', twice = ''] = await freePhones(2);
    const other = await makeOrder();
    await makeNumber({ order: other, phone: taken });
    const made = await createRequest(
      agent,
      {
        ...{
          partnerId: account.partner.id,
          accountId: 'none',
          requestId: 'R1',
          detailedStatus: 'received-loa',
        },
        phones: [taken, twice, formatPhoneNumber(twice), '555-0100'],
      },
      NOW,
    );
    expect(made).toMatchObject({
      kind: 'refused',
      problems: [
        { field: 'accountId', because: 'The partner has no account none.' },
        { field: 'requestId' },
        { field: 'phones', because: `${formatPhoneNumber(twice)} is in the list twice.` },
        { field: 'phones', because: '"555-0100" is no North American telephone number.' },
        { field: 'phones', because: expect.stringContaining(`is on order ${other.id} of`) },
      ],
    });
    const requests = await asOwner('SELECT id FROM port_request WHERE partner_id = $1', [account.partner.id]);
    expect(requests).toEqual([]);
  });

  it('gets the next ID of its partner when none is given', async () => {
    const agent = await makeAgent();
    const account = await makeAccount();
    await makeRequest({ account, id: '512399' });
    const ask = (phone: string) =>
      createRequest(
        agent,
        {
          ...{ partnerId: account.partner.id, accountId: account.id, detailedStatus: 'waiting-for-loa' },
          phones: [phone],
        },
        NOW,
      );
    const both = await Promise.all((await freePhones(2)).map(ask));
    expect(both.map((made) => made.kind === 'created' && made.requestId).toSorted()).toEqual([
      '512400',
      '512401',
    ]);
  });
});
