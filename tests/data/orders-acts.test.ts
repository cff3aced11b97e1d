import { afterAll, describe, expect, it } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { applyAct } from '#data/orders/apply-act.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { previewMoves } from '#data/orders/preview-moves.ts';
import { undoAct } from '#data/orders/undo-act.ts';
import { NotFound } from '#domain/not-found.ts';
import type { OrderRef } from '#domain/order-changes.ts';
import type { QueueFilter } from '#domain/order-queue.ts';
import {
  eventsOf,
  fieldsOf,
  later,
  makeAgent,
  makeOrders,
  NEXT_WEEK,
  NOW,
  refOf,
  seen,
  versionsOf,
} from '../support/desk.ts';
import { makeAccount, makeOrder, makeRequest, type OrderFacts } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';

afterAll(closeConnections);

const SCHEDULE = { to: 'firm-order-confirmation', focOn: NEXT_WEEK } as const;

describe('a preview', () => {
  it('tells which orders will change and which not, and why, and changes nothing', async () => {
    const request = await makeRequest({ account: await makeAccount({ company: 'Lakeshore Dental' }) });
    const good = await makeOrder({ request, numbers: 2, detailedStatus: 'reviewed' });
    const done = await makeOrder({ request, numbers: 1, detailedStatus: 'completed' });
    const tollFree = await makeOrder({ request, numbers: 1, type: 'toll-free' });
    const same = await makeOrder({
      request,
      numbers: 3,
      detailedStatus: 'firm-order-confirmation',
      focOn: NEXT_WEEK,
    });
    const before = await fieldsOf(good.id, done.id, tollFree.id, same.id);
    const selection = [good, done, tollFree, same].map(refOf);
    const preview = await previewMoves(await makeAgent(), { selection, move: SCHEDULE }, NOW);
    expect(preview.counts).toEqual({ ready: 1, refused: 2, unchanged: 1, numbers: 2, beyond: 0 });
    const named = {
      partnerId: request.account.partner.id,
      requestId: request.id,
      company: 'Lakeshore Dental',
    };
    const partner = request.account.partner.name;
    expect(preview.ready).toEqual([
      {
        ...{ from: 'reviewed', to: 'firm-order-confirmation', orders: 1, numbers: 2 },
        listed: [
          {
            ...{ ...named, partner, orderId: good.id, numbers: 2 },
            changes: [
              { field: 'detailedStatus', from: 'reviewed', to: 'firm-order-confirmation' },
              { field: 'focOn', from: null, to: NEXT_WEEK },
              { field: 'focTime', from: null, to: '10:00' },
            ],
          },
        ],
      },
    ]);
    expect(preview.refused).toEqual([
      {
        order: { ...named, partner, orderId: done.id },
        because: 'Completed is final: leaving it is a correction and needs a reason.',
      },
      {
        order: { ...named, partner, orderId: tollFree.id },
        because: 'Firm order confirmation is for local orders only.',
      },
    ]);
    expect(await fieldsOf(good.id, done.id, tollFree.id, same.id)).toEqual(before);
    expect(await eventsOf(good.id, done.id, tollFree.id, same.id)).toEqual([]);
  });

  it('takes an order that is named twice once, and refuses one of which two different things are asked', async () => {
    const [one, other] = await makeOrders([{}, {}]);
    const items = [one, one, other, other].map((order, i) => ({
      ...(order as OrderRef),
      move: i === 3 ? ({ to: 'cancelled' } as const) : SCHEDULE,
    }));
    const { counts, refused } = await previewMoves(await makeAgent(), { items }, NOW);
    expect(counts).toMatchObject({ ready: 1, refused: 1 });
    expect(refused[0]?.because).toBe('Two different things are asked of it.');
  });

  it('takes all that match a filter of the desk', async () => {
    const account = await makeAccount();
    await makeOrders([{}, { detailedStatus: 'completed' }, { detailedStatus: 'reviewed' }], { account });
    const matching: QueueFilter = {
      ...{ tab: 'needs-us', partner: account.partner.slug, accountId: null, statuses: [], detailed: [] },
      ...{ type: null, dates: null, age: null, text: null },
    };
    const { counts } = await previewMoves(await makeAgent(), { matching, move: SCHEDULE }, NOW);
    expect(counts).toEqual({ ready: 2, refused: 0, unchanged: 0, numbers: 2, beyond: 0 });
  });

  it('finds no order that is not there', async () => {
    const selection = [{ partnerId: 1, orderId: 999_999_999 }];
    await expect(previewMoves(await makeAgent(), { selection, move: SCHEDULE }, NOW)).rejects.toThrow(
      NotFound,
    );
  });
});

describe('an act on many orders', () => {
  it('changes the good ones in full, with one event each, and nothing else', async () => {
    const agent = await makeAgent();
    const orders = await makeOrders([{ detailedStatus: 'reviewed' }, { detailedStatus: 'completed' }, {}]);
    const { actId } = await previewMoves(
      agent,
      { selection: orders, move: { ...SCHEDULE, note: 'Agreed.' } },
      NOW,
    );
    expect(await applyAct(agent, actId, later(5))).toEqual({
      done: true,
      changed: 2,
      remaining: 0,
      conflictCount: 0,
      conflicts: [],
    });
    const [first, second, third] = orders.map(({ orderId }) => orderId);
    expect(await versionsOf(first ?? 0, second ?? 0, third ?? 0)).toEqual([2, 1, 2]);
    expect(await eventsOf(first ?? 0, second ?? 0, third ?? 0)).toMatchObject([
      {
        order: first,
        kind: 'changed',
        actor: agent.name,
        note: 'Agreed.',
        visible: true,
        version: 2,
        at: later(5),
      },
      { order: third, kind: 'changed', version: 2 },
    ]);
    const [changed] = await asOwner(
      'SELECT changed_by, status_since, updated_at, foc_on, foc_time FROM port_order WHERE id = $1',
      [first],
    );
    const moment = later(5);
    expect(changed).toEqual({
      ...{ changed_by: agent.name, status_since: moment, updated_at: moment },
      ...{ foc_on: NEXT_WEEK, foc_time: '10:00:00' },
    });
  });

  it('is applied a thousand orders at a time, and can be asked for again', async () => {
    const agent = await makeAgent();
    const orders = await makeOrders(Array.from({ length: 1_001 }, () => ({})));
    const { actId } = await previewMoves(agent, { selection: orders, move: SCHEDULE }, NOW);
    expect(await applyAct(agent, actId, NOW)).toMatchObject({ done: false, changed: 1_000, remaining: 1 });
    expect(await undoAct(agent, actId, NOW)).toEqual({ kind: 'refused', because: 'It is not finished yet.' });
    expect(await applyAct(agent, actId, NOW)).toMatchObject({ done: true, changed: 1_001, remaining: 0 });
    expect(await applyAct(agent, actId, NOW)).toMatchObject({ done: true, changed: 1_001, remaining: 0 });
    expect(await eventCounts(orders)).toEqual([{ events: 1, orders: 1_001 }]);
  });

  it('leaves an order that somebody changed since the preview, and tells who changed what', async () => {
    const [agent, other] = [await makeAgent(), await makeAgent()];
    const orders = await makeOrders([{}, {}]);
    const { actId } = await previewMoves(agent, { selection: orders, move: SCHEDULE }, NOW);
    await moveOrder(
      other,
      { order: { ...ref(orders[1]), version: 1 }, move: { to: 'cancelled' } },
      later(60),
    );
    const progress = await applyAct(agent, actId, later(120));
    expect(progress).toMatchObject({
      done: true,
      changed: 1,
      conflicts: [{ order: { orderId: orders[1]?.orderId } }],
    });
    expect(progress.conflicts[0]?.because).toBe(
      `${other.name} changed it, Tue 24 Nov 2026, 9:01 AM PT: detailed status from Submitted to Cancelled.`,
    );
    expect((await eventsOf(ref(orders[1]).orderId)).map(({ actor }) => actor)).toEqual([other.name]);
  });

  it('keeps the day of its preview, and is not applied half a day later', async () => {
    const agent = await makeAgent();
    const orders = await makeOrders([{}]);
    const today = { to: 'firm-order-confirmation', focOn: '2026-11-24' as typeof NEXT_WEEK } as const;
    const over = await previewMoves(agent, { selection: orders, move: today }, later(14 * 3600));
    expect(await applyAct(agent, over.actId, later(16 * 3600))).toMatchObject({ changed: 1 });
    const old = await previewMoves(agent, { selection: orders, move: { to: 'cancelled' } }, NOW);
    const { conflicts, changed } = await applyAct(agent, old.actId, later(12 * 3600 + 1));
    expect({ changed, because: conflicts.map(({ because }) => because) }).toEqual({
      changed: 0,
      because: ['The preview is from Tue 24 Nov 2026, 9:00 AM PT, which is too long ago: make a new one.'],
    });
  });

  it('is nobody else’s to apply or to undo', async () => {
    const [agent, lead] = [await makeAgent(), await makeAgent('lead')];
    const { actId } = await previewMoves(agent, { selection: await makeOrders([{}]), move: SCHEDULE }, NOW);
    await expect(applyAct(lead, actId, NOW)).rejects.toThrow(NotFound);
    await expect(undoAct(lead, actId, NOW)).rejects.toThrow(NotFound);
  });
});

describe('undoing', () => {
  it('puts back every field, also since when an order was in its status', async () => {
    const lead = await makeAgent('lead');
    const request = await makeRequest();
    const facts: Partial<OrderFacts> & { numbers: number } = {
      ...{ numbers: 2, detailedStatus: 'firm-order-confirmation', focOn: '2026-12-01', focTime: '10:00' },
      ...{
        submittedOn: '2026-11-03',
        estimatedOn: '2026-11-30',
        requestedOn: '2026-12-05',
        location: 'Carmel',
      },
      ...{ coordinator: 'PC: R. Alvarez', rejectReason: 'An old one', priority: 'expedite' },
    };
    const local = await makeOrder({ request, ...facts });
    const tollFree = await makeOrder({
      ...{ request, numbers: 1, type: 'toll-free', detailedStatus: 'accepted', approvedOn: '2026-11-20' },
    });
    const before = await fieldsOf(local.id, tollFree.id);
    const items = [local, tollFree].map((order) => ({
      ...refOf(order),
      move: { to: 'rejected', rejectReason: 'Port protection is on', note: 'Sorry.' } as const,
    }));
    const { actId } = await previewMoves(lead, { items }, NOW, 'upload');
    await applyAct(lead, actId, NOW);
    expect(await fieldsOf(local.id, tollFree.id)).not.toEqual(before);
    expect(await undoAct(lead, actId, later(30))).toEqual({
      kind: 'undone',
      undone: 2,
      keptCount: 0,
      kept: [],
    });
    expect(await fieldsOf(local.id, tollFree.id)).toEqual(before);
    expect(await versionsOf(local.id, tollFree.id)).toEqual([3, 3]);
    const events = await eventsOf(local.id);
    expect(events.map(({ kind, at }) => [kind, at])).toEqual([
      ['changed', NOW],
      ['undone', later(30)],
    ]);
    expect(events[1]?.changes).toEqual(
      events[0]?.changes.map(({ field, from, to }) => ({ field, from: to, to: from })),
    );
    expect(await undoAct(lead, actId, later(90))).toMatchObject({ kind: 'undone', undone: 2 });
    expect(await versionsOf(local.id)).toEqual([3]);
  });

  it('keeps an order that somebody changed since, and tells who', async () => {
    const [agent, other] = [await makeAgent(), await makeAgent()];
    const orders = await makeOrders([{}, {}]);
    const { actId } = await previewMoves(agent, { selection: orders, move: SCHEDULE }, NOW);
    await applyAct(agent, actId, NOW);
    await moveOrder(
      other,
      { order: { ...ref(orders[0]), version: 2 }, move: { to: 'completed' } },
      later(10),
    );
    const undone = await undoAct(agent, actId, later(20));
    expect(undone).toMatchObject({ kind: 'undone', undone: 1, keptCount: 1 });
    expect(undone.kind === 'undone' && undone.kept.map(({ because }) => because)).toEqual([
      `${other.name} changed it, Tue 24 Nov 2026, 9:00 AM PT: detailed status from Firm order confirmation to Completed.`,
    ]);
    const statuses = await asOwner(
      'SELECT detailed_status AS s FROM port_order WHERE id = ANY ($1) ORDER BY id',
      [orders.map(({ orderId }) => orderId)],
    );
    expect(statuses.map(({ s }) => s)).toEqual(['completed', 'submitted']);
  });

  it('is possible for half a minute', async () => {
    const agent = await makeAgent();
    const order = await makeOrder({ numbers: 1 });
    const moved = await moveOrder(agent, { order: seen(order), move: SCHEDULE }, NOW);
    if (moved.kind !== 'changed') throw new Error(moved.kind);
    expect(await undoAct(agent, moved.actId, later(31))).toEqual({
      kind: 'refused',
      because:
        'It was done Tue 24 Nov 2026, 9:00 AM PT: only what was done in the last 30 seconds can be undone.',
    });
    expect(await undoAct(agent, moved.actId, later(30))).toMatchObject({ kind: 'undone', undone: 1 });
  });
});

async function eventCounts(orders: readonly OrderRef[]): Promise<unknown[]> {
  return asOwner(
    `SELECT events::int, count(*)::int AS orders FROM (
       SELECT count(*) AS events FROM order_event WHERE order_id = ANY ($1) GROUP BY order_id
     ) e GROUP BY events`,
    [orders.map(({ orderId }) => orderId)],
  );
}

function ref(order: OrderRef | undefined): OrderRef {
  if (!order) throw new Error('There is no such order.');
  return { partnerId: order.partnerId, orderId: order.orderId };
}
