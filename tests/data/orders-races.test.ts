import { afterAll, describe, expect, it } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { addNumbers } from '#data/orders/add-numbers.ts';
import { applyAct } from '#data/orders/apply-act.ts';
import { editOrder } from '#data/orders/edit-order.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { previewMoves } from '#data/orders/preview-moves.ts';
import { removeNumbers } from '#data/orders/remove-numbers.ts';
import { splitOrder } from '#data/orders/split-order.ts';
import { createRequest } from '#data/requests/create-request.ts';
import type { OrderRef } from '#domain/order-changes.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import {
  eventsOf,
  freePhones,
  later,
  makeAgent,
  makeOrders,
  NEXT_WEEK,
  NOW,
  refOf,
  seen,
  versionsOf,
} from '../support/desk.ts';
import { makeAccount, makeOrder, makeRequest } from '../support/factories.ts';
import { holdOrders, stopEvents, waitingFor, waitingForProcess } from '../support/held-database.ts';
import { asOwner } from '../support/owner.ts';

afterAll(closeConnections);

const SCHEDULE = { to: 'firm-order-confirmation', focOn: NEXT_WEEK } as const;

describe('two agents at once', () => {
  it('move the same order: the second is told who changed what, and sees the order as it is', async () => {
    const [maya, tomas] = [await makeAgent(), await makeAgent()];
    const order = await makeOrder({ numbers: 1 });
    const holder = await holdOrders(order.id);
    const moves = [
      moveOrder(maya, { order: seen(order), move: SCHEDULE }, NOW),
      moveOrder(tomas, { order: seen(order), move: { to: 'cancelled' } }, NOW),
    ];
    // Both have begun, and neither can know of the other.
    await waitingFor(holder, 2);
    await holder.query('COMMIT');
    const results = await Promise.all(moves);
    const first = results.findIndex(({ kind }) => kind === 'changed');
    const [winner, loser] = first === 0 ? [maya, results[1]] : [tomas, results[0]];
    const to = first === 0 ? 'firm-order-confirmation' : 'cancelled';
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'conflict']);
    expect(loser).toMatchObject({
      by: winner.name,
      at: NOW,
      order: { orderId: order.id, version: 2, detailedStatus: to },
    });
    expect(loser?.kind === 'conflict' && loser.changes[0]).toEqual({
      field: 'detailedStatus',
      from: 'submitted',
      to,
    });
    expect(await eventsOf(order.id)).toHaveLength(1);
    expect(await versionsOf(order.id)).toEqual([2]);
  });

  it('edit, split and take numbers out of an order that was moved meanwhile: each is told, nothing is done', async () => {
    const [maya, tomas] = [await makeAgent(), await makeAgent()];
    const order = await makeOrder({ numbers: 3 });
    await moveOrder(maya, { order: seen(order), move: SCHEDULE }, NOW);
    await editOrder(maya, { order: seen(order, 2), edit: { location: 'Carmel' } }, later(60));
    const phones = order.phones.slice(0, 1);
    const late = [
      await editOrder(tomas, { order: seen(order), edit: { location: 'Fishers' } }, later(90)),
      await splitOrder(tomas, { order: seen(order), phones }, later(90)),
      await removeNumbers(tomas, { order: seen(order), phones, note: 'Not theirs' }, later(90)),
      await addNumbers(tomas, { order: seen(order), phones: ['+12125550177'] }, later(90)),
    ];
    for (const result of late) {
      expect(result).toMatchObject({
        kind: 'conflict',
        by: maya.name,
        at: later(60),
        order: { version: 3, numbers: 3 },
      });
      expect(result.kind === 'conflict' && result.changes).toEqual([
        { field: 'detailedStatus', from: 'submitted', to: 'firm-order-confirmation' },
        { field: 'focOn', from: null, to: NEXT_WEEK },
        { field: 'focTime', from: null, to: '10:00' },
        { field: 'location', from: null, to: 'Carmel' },
      ]);
    }
    expect((await eventsOf(order.id)).map(({ actor }) => actor)).toEqual([maya.name, maya.name]);
  });

  it('apply the same act: every order changes once', async () => {
    const agent = await makeAgent();
    const orders = await makeOrders(Array.from({ length: 2_500 }, () => ({})));
    const { actId } = await previewMoves(agent, { selection: orders, move: SCHEDULE }, NOW);
    const holder = await holdOrders(orders[0]?.orderId ?? 0);
    const calls = [1, 2, 3].map(() => applyAct(agent, actId, NOW));
    await waitingFor(holder, 3);
    await holder.query('COMMIT');
    const results = await Promise.all(calls);
    expect(results.map(({ changed }) => changed).toSorted()).toEqual([1_000, 2_000, 2_500].toSorted());
    expect(await changedOnce(orders)).toBe(2_500);
  });

  it('change overlapping selections: each order is changed by one, the other is told', async () => {
    const [maya, tomas] = [await makeAgent(), await makeAgent()];
    const orders = await makeOrders(Array.from({ length: 300 }, () => ({})));
    const acts = await Promise.all([
      previewMoves(maya, { selection: orders.slice(0, 200), move: SCHEDULE }, NOW),
      previewMoves(tomas, { selection: orders.slice(100).toReversed(), move: { to: 'cancelled' } }, NOW),
    ]);
    const results = await Promise.all([
      applyAct(maya, acts[0].actId, NOW),
      applyAct(tomas, acts[1].actId, NOW),
    ]);
    expect(results[0].changed + results[1].changed).toBe(300);
    expect(results[0].conflictCount + results[1].conflictCount).toBe(100);
    expect(await changedOnce(orders)).toBe(300);
  });

  it('give the same new number to two orders of two partners: one gets it, the other is told where it is', async () => {
    const agent = await makeAgent();
    const [one, two] = [await makeOrder({ numbers: 1 }), await makeOrder({ numbers: 1 })];
    const [phone = ''] = await freePhones(1);
    const stopped = await stopEvents(refOf(one).partnerId);
    const first = addNumbers(agent, { order: seen(one), phones: [phone] }, NOW);
    const [pid] = await waitingFor(stopped, 1);
    const second = addNumbers(agent, { order: seen(two), phones: [phone] }, NOW);
    await waitingForProcess(pid ?? 0, 1);
    await stopped.query('COMMIT');
    expect((await first).kind).toBe('changed');
    expect(await second).toEqual({
      kind: 'refused',
      problems: [
        {
          field: 'phones',
          because: `${formatPhoneNumber(phone)} is on order ${one.id} of ${one.request.account.partner.name} (Submitted).`,
        },
      ],
    });
  });

  it('make two requests with the same number, or the same request: one is made', async () => {
    const agent = await makeAgent();
    const account = await makeAccount();
    const [shared = '', ...others] = await freePhones(3);
    const wanted = {
      ...{ partnerId: account.partner.id, accountId: account.id, phones: [shared] },
      detailedStatus: 'received-loa',
    } as const;
    const results = await Promise.all([1, 2, 3].map(() => createRequest(agent, wanted, NOW)));
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['created', 'refused', 'refused']);
    const same = await Promise.all(
      others.map((phone) => createRequest(agent, { ...wanted, requestId: '912345', phones: [phone] }, NOW)),
    );
    expect(same.map(({ kind }) => kind).toSorted()).toEqual(['created', 'refused']);
    expect(same.find(({ kind }) => kind === 'refused')).toEqual({
      kind: 'refused',
      problems: [{ field: 'requestId', because: 'The partner has a request 912345 already.' }],
    });
  });
});

describe('when the process dies in the midst of an act', () => {
  it('a batch is there in full or not at all, and asking again completes it, nothing twice', async () => {
    const agent = await makeAgent();
    const account = await makeAccount();
    const orders = await makeOrders(
      Array.from({ length: 1_200 }, () => ({})),
      { account },
    );
    const { actId } = await previewMoves(agent, { selection: orders, move: SCHEDULE }, NOW);
    // Inside the first batch: its orders are changed, its events are not written yet.
    const stopped = await stopEvents(account.partner.id);
    await dies(applyAct(agent, actId, NOW), stopped);
    expect(await changedOnce(orders)).toBe(0);
    expect(await outcomes(actId)).toEqual({ ready: 1_200 });
    // Between the first and the second, and inside the second.
    await stopped.query('COMMIT');
    expect(await applyAct(agent, actId, NOW)).toMatchObject({ done: false, changed: 1_000, remaining: 200 });
    const again = await stopEvents(account.partner.id);
    await dies(applyAct(agent, actId, NOW), again);
    expect(await changedOnce(orders)).toBe(1_000);
    expect(await outcomes(actId)).toEqual({ changed: 1_000, ready: 200 });
    await again.query('COMMIT');
    expect(await applyAct(agent, actId, NOW)).toMatchObject({ done: true, changed: 1_200, remaining: 0 });
    expect(await changedOnce(orders)).toBe(1_200);
  });

  it('a split leaves the order as it was', async () => {
    const agent = await makeAgent();
    const request = await makeRequest();
    const order = await makeOrder({ request, numbers: 3 });
    const stopped = await stopEvents(request.account.partner.id);
    const phones = order.phones.slice(0, 2);
    await dies(splitOrder(agent, { order: seen(order), phones, move: SCHEDULE }, NOW), stopped);
    const rows = await asOwner(
      'SELECT id::int, number_count, version FROM port_order WHERE partner_id = $1 AND request_id = $2',
      [request.account.partner.id, request.id],
    );
    expect(rows).toEqual([{ id: order.id, number_count: 3, version: 1 }]);
  });
});

/** Ends the connection of whoever was stopped in the midst of writing, and sees that the caller is told. */
async function dies(work: Promise<unknown>, stopped: Parameters<typeof waitingFor>[0]): Promise<void> {
  const told = expect(work).rejects.toThrow(/terminat/);
  for (const pid of await waitingFor(stopped, 1)) await asOwner('SELECT pg_terminate_backend($1)', [pid]);
  await told;
}

/** How many of these orders are at their second version with one event. */
async function changedOnce(orders: readonly OrderRef[]): Promise<number> {
  const ids = orders.map(({ orderId }) => orderId);
  const [row] = await asOwner<{ changed: number; events: number; twice: number }>(
    `SELECT count(*) FILTER (WHERE version = 2)::int AS changed, count(*) FILTER (WHERE version > 2)::int AS twice,
       (SELECT count(*)::int FROM order_event WHERE order_id = ANY ($1)) AS events
     FROM port_order WHERE id = ANY ($1)`,
    [ids],
  );
  expect({ twice: row?.twice, events: row?.events }).toEqual({ twice: 0, events: row?.changed });
  return row?.changed ?? -1;
}

async function outcomes(actId: string): Promise<Record<string, number>> {
  const rows = await asOwner<{ outcome: string; n: number }>(
    'SELECT outcome, count(*)::int AS n FROM desk_act_order WHERE act_id = $1 GROUP BY outcome',
    [actId],
  );
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
}
