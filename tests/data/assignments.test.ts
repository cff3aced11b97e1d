import { afterAll, describe, expect, it } from 'vitest';
import { assignNumbers } from '#data/assignments/assign-numbers.ts';
import type { AskedNumbers } from '#data/assignments/engine/wanted.ts';
import { listAssigned } from '#data/assignments/list-assigned.ts';
import { listNumberAccounts } from '#data/assignments/list-number-accounts.ts';
import { listReady } from '#data/assignments/list-ready.ts';
import { releaseNumbers } from '#data/assignments/release-numbers.ts';
import { renameAssigned } from '#data/assignments/rename-assigned.ts';
import { undoAssigning } from '#data/assignments/undo-assigning.ts';
import { closeConnections } from '#data/connection.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { assignmentsOf, makeAssignment } from '../support/assignments.ts';
import { eventsOf, later, makeAgent, NEXT_WEEK, NOW, seen, versionsOf } from '../support/desk.ts';
import { makeAccount, makeOrder, makePartner, type Order, type Partner } from '../support/factories.ts';
import { holdOrders, stopEvents, waitingFor } from '../support/held-database.ts';
import { asOwner } from '../support/owner.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

afterAll(closeConnections);

const ALL = { accountId: null, text: null };
const FOC = { detailedStatus: 'firm-order-confirmation', focOn: NEXT_WEEK } as const;

async function personOf(partner: Partner) {
  const user = await makeUser({ partner });
  return { user, viewer: viewerOf(user) };
}

/** A partner with one user and one order that is ready. */
async function readyOrder(numbers = 2) {
  const partner = await makePartner();
  const { user, viewer } = await personOf(partner);
  const order = await makeOrder({ partner, numbers, ...FOC });
  return { partner, user, viewer, order };
}

function numbersOf(order: Order, phones = order.phones) {
  return phones.map((phone) => ({ requestId: order.request.id, phone }));
}

function assigning(asked: AskedNumbers, assignedTo: string | null = null) {
  return { asked, assignedTo, batchId: crypto.randomUUID() };
}

describe('numbers that are ready', () => {
  it('are listed account by account, the soonest first, without those that are assigned or not ready', async () => {
    const partner = await makePartner();
    const { user, viewer } = await personOf(partner);
    const harper = await makeAccount({ partner, company: 'Harper & Finch' });
    const kestrel = await makeAccount({ partner, company: 'acme Kestrel' });
    const later = await makeOrder({ account: harper, numbers: 2, ...FOC, focOn: '2026-12-09' });
    const soon = await makeOrder({ account: harper, numbers: 2, ...FOC });
    const tollFree = await makeOrder({
      ...{ account: kestrel, numbers: 1, type: 'toll-free' },
      ...{ detailedStatus: 'accepted', approvedOn: '2026-11-20' },
    });
    await makeOrder({ account: kestrel, numbers: 3, detailedStatus: 'tentative-order-acceptance' });
    await makeOrder({ account: kestrel, numbers: 3, detailedStatus: 'completed', focOn: '2026-11-02' });
    const taken = soon.phones[0];
    await makeAssignment({ order: soon, user, focOn: NEXT_WEEK });

    const list = await listReady(viewer, partner, { filter: ALL, after: null });

    expect(list.groups.map(({ account, ready }) => [account.company, ready])).toEqual([
      ['acme Kestrel', 1],
      ['Harper & Finch', 3],
    ]);
    expect(list.groups.flatMap(({ numbers }) => numbers.map(({ phone }) => phone))).toEqual([
      ...tollFree.phones,
      ...soon.phones.filter((phone) => phone !== taken).toSorted(),
      ...later.phones.toSorted(),
    ]);
    expect(list.counts).toEqual({ ready: 4, assigned: 1, unsafe: 0, alerts: 0 });
    expect(list.next).toBeNull();
  });

  it('go over pages without a gap or a double, however many an account or an order has', async () => {
    const partner = await makePartner();
    const { viewer } = await personOf(partner);
    const [one, two] = [await makeAccount({ partner }), await makeAccount({ partner })];
    const made = [
      await manyNumbers(one.partner.id, await makeOrder({ account: one, ...FOC }), 130),
      await manyNumbers(one.partner.id, await makeOrder({ account: one, ...FOC }), 90),
      await manyNumbers(two.partner.id, await makeOrder({ account: two, ...FOC, focOn: '2026-12-08' }), 45),
    ].flat();
    const found: string[] = [];
    let after = null;
    const sizes = [];
    do {
      const list = await listReady(viewer, partner, { filter: ALL, after });
      const page = list.groups.flatMap(({ numbers }) => numbers);
      sizes.push(page.length);
      found.push(...page.map(({ requestId, phone }) => `${requestId} ${phone}`));
      expect(list.counts.ready).toBe(265);
      after = list.next;
    } while (after);
    expect(sizes).toEqual([100, 100, 65]);
    expect(new Set(found).size).toBe(265);
    expect(found.toSorted()).toEqual(made.toSorted());
  });

  it('are found by a part of the number, the request, the account or the location, and counted under it', async () => {
    const partner = await makePartner();
    const { viewer } = await personOf(partner);
    const account = await makeAccount({ partner, company: 'Ünïon Harbor', username: 'uharbor' });
    const order = await makeOrder({ account, numbers: 2, ...FOC, location: 'Bergen Hall' });
    await makeOrder({ partner, numbers: 5, ...FOC });
    const [phone = ''] = order.phones;
    const found = async (text: string) => {
      const list = await listReady(viewer, partner, { filter: { accountId: null, text }, after: null });
      const phones = list.groups.flatMap(({ numbers }) => numbers.map((number) => number.phone));
      expect(list.counts.ready).toBe(phones.length);
      return phones;
    };
    expect(await found('ünïon')).toEqual(order.phones.toSorted());
    expect(await found('UHARB')).toHaveLength(2);
    expect(await found('bergen h')).toHaveLength(2);
    expect(await found(order.request.id)).toHaveLength(2);
    expect(await found(formatPhoneNumber(phone))).toEqual([phone]);
    expect(await found(`1${phone.slice(2)}`)).toEqual([phone]);
    expect(await found('nothing like it')).toEqual([]);
    expect(await found('%')).toEqual([]);
  });
});

describe('assigning', () => {
  it('records since when, by whom and to whom, and tells it in the history that the partner reads', async () => {
    const { partner, viewer, user, order } = await readyOrder(3);
    const [first = '', second = ''] = order.phones;
    const batch = assigning({ numbers: numbersOf(order, [first, second]) }, 'Front desk');

    const result = await assignNumbers(viewer, batch, NOW);

    expect(result).toEqual({ assigned: 2, leftCount: 0, left: [], more: false });
    expect(await assignmentsOf(partner)).toEqual(
      [first, second].toSorted().map((phone) => ({
        ...{ requestId: order.request.id, phone, at: NOW, actor: user.name, assignedTo: 'Front desk' },
        ...{ batchId: batch.batchId, focOn: NEXT_WEEK, seenAs: null },
      })),
    );
    const { numbers } = await listAssigned(viewer, partner, { filter: ALL, unsafe: false, after: null });
    expect(numbers.map(({ assignedTo, standing }) => [assignedTo, standing])).toEqual([
      ['Front desk', 'safe'],
      ['Front desk', 'safe'],
    ]);
    const [event, ...others] = await eventsOf(order.id);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      ...{ kind: 'assigned', actor: user.name, at: NOW, note: 'Front desk', visible: true },
      ...{ numbers: [first, second].toSorted(), version: null },
    });
    // The order itself is as it was: whoever edits it at the desk is in nobody's way.
    expect(await versionsOf(order.id)).toEqual([1]);
  });

  it('takes what is ready and leaves the rest by name: not ready, assigned already, or on no order', async () => {
    const { partner, viewer, order } = await readyOrder();
    const maya = await personOf(partner);
    const [mine = '', hers = ''] = order.phones;
    await assignNumbers(maya.viewer, assigning({ numbers: numbersOf(order, [hers]) }, 'Lobby'), NOW);
    const waiting = await makeOrder({ partner, numbers: 1, detailedStatus: 'tentative-order-acceptance' });
    const gone = { requestId: order.request.id, phone: '+13035550199' };
    const asked = { numbers: [...numbersOf(order), ...numbersOf(waiting), gone] };

    const result = await assignNumbers(viewer, assigning(asked), later(60));

    expect(result.assigned).toBe(1);
    expect(result.leftCount).toBe(3);
    expect(new Map(result.left.map(({ phone, because }) => [phone, because]))).toEqual(
      new Map([
        [hers, `${maya.user.name} assigned it to Lobby already, Tue 24 Nov 2026, 9:00 AM PT.`],
        [waiting.phones[0], 'The date waits for another order.'],
        [gone.phone, 'The number is on no order any more.'],
      ]),
    );
    const now = await assignmentsOf(partner);
    expect(now.find(({ phone }) => phone === mine)?.assignedTo).toBeNull();
    expect(now.find(({ phone }) => phone === hers)?.actor).toBe(maya.user.name);
  });

  it('takes all that match an account and a text, and nothing besides', async () => {
    const partner = await makePartner();
    const { viewer } = await personOf(partner);
    const account = await makeAccount({ partner });
    const inside = await makeOrder({ account, numbers: 2, ...FOC, location: 'Pier 4' });
    const elsewhere = await makeOrder({ account, numbers: 2, ...FOC, location: 'Pier 5' });
    const other = await makeOrder({ partner, numbers: 2, ...FOC, location: 'Pier 4' });
    const matching = { accountId: account.id, text: 'pier 4' };
    const result = await assignNumbers(viewer, assigning({ matching }), NOW);
    expect(result).toEqual({ assigned: 2, leftCount: 0, left: [], more: false });
    expect((await assignmentsOf(partner)).map(({ phone }) => phone)).toEqual(inside.phones.toSorted());
    expect(await eventsOf(elsewhere.id, other.id)).toEqual([]);
  });

  it('of more than one batch holds, goes on until none is left, and is undone as one', async () => {
    const { partner, viewer, order } = await readyOrder(0);
    await manyNumbers(partner.id, order, 5_100);
    const batch = assigning({ matching: ALL });
    const first = await assignNumbers(viewer, batch, NOW);
    expect([first.assigned, first.more]).toEqual([5_000, true]);
    const second = await assignNumbers(viewer, batch, NOW);
    expect([second.assigned, second.more]).toEqual([100, false]);
    expect(await undoAssigning(viewer, batch.batchId, NOW)).toBe(5_100);
    expect(await assignmentsOf(partner)).toEqual([]);
  });

  it('of another partner’s number changes nothing and says no more than that it is on no order', async () => {
    const { partner, order } = await readyOrder(1);
    const stranger = await personOf(await makePartner());
    const result = await assignNumbers(stranger.viewer, assigning({ numbers: numbersOf(order) }), NOW);
    expect(result.left.map(({ because }) => because)).toEqual(['The number is on no order any more.']);
    expect(await assignmentsOf(partner)).toEqual([]);
    expect(await assignmentsOf({ id: (stranger.user.partner as Partner).id })).toEqual([]);
  });
});

describe('two at once', () => {
  it('assign the same number: the key settles it, and the second is told who was first', async () => {
    const { partner, viewer, user, order } = await readyOrder(1);
    const maya = await personOf(partner);
    const asked = { numbers: numbersOf(order) };
    const stopped = await stopEvents(partner.id);
    const both = [
      assignNumbers(viewer, assigning(asked, 'Lobby'), NOW),
      assignNumbers(maya.viewer, assigning(asked, 'Reception'), NOW),
    ];
    // One is about to write its history; the other waits for the number.
    await waitingFor(stopped, 2);
    await stopped.query('COMMIT');
    const [mine, hers] = await Promise.all(both);
    const [loser, winner] = mine?.assigned === 1 ? [hers, user.name] : [mine, maya.user.name];
    expect([mine?.assigned, hers?.assigned].toSorted()).toEqual([0, 1]);
    expect(loser?.left[0]?.because).toContain(`${winner} assigned it to `);
    expect(await assignmentsOf(partner)).toHaveLength(1);
    expect((await eventsOf(order.id)).map(({ actor }) => actor)).toEqual([winner]);
  });

  it('want the same numbers in other orders: none waits for ever', async () => {
    const { partner, viewer, order } = await readyOrder(40);
    const maya = await personOf(partner);
    const asked = (phones: string[]) => assigning({ numbers: numbersOf(order, phones) });
    const [mine, hers] = await Promise.all([
      assignNumbers(viewer, asked(order.phones), NOW),
      assignNumbers(maya.viewer, asked(order.phones.toReversed()), NOW),
    ]);
    expect(mine.assigned + hers.assigned).toBe(40);
    expect(mine.leftCount + hers.leftCount).toBe(40);
    expect(await assignmentsOf(partner)).toHaveLength(40);
  });

  it('an order that is revoked while somebody assigns its numbers: they are left, by name', async () => {
    const { partner, viewer, order } = await readyOrder(2);
    const holder = await holdOrders(order.id);
    const assigned = assignNumbers(viewer, assigning({ numbers: numbersOf(order) }), NOW);
    await waitingFor(holder, 1);
    await holder.query(
      "UPDATE port_order SET detailed_status = 'submitted', foc_on = NULL, foc_time = NULL WHERE id = $1",
      [order.id],
    );
    await holder.query('COMMIT');
    const { assigned: done, left } = await assigned;
    expect(done).toBe(0);
    expect(left.map(({ because }) => because)).toEqual(
      order.phones.map(() => 'The losing carrier has not confirmed a date (FOC) yet.'),
    );
    expect(await assignmentsOf(partner)).toEqual([]);
    expect(await eventsOf(order.id)).toEqual([]);
  });

  it('an agent who revokes an order while its numbers are being assigned waits, and the numbers alert', async () => {
    const { partner, viewer, order } = await readyOrder(1);
    const agent = await makeAgent();
    const stopped = await stopEvents(partner.id);
    const assigned = assignNumbers(viewer, assigning({ numbers: numbersOf(order) }), NOW);
    await waitingFor(stopped, 1);
    const move = { to: 'pending-carrier-response' } as const;
    const revoked = moveOrder(agent, { order: seen(order), move }, later(1));
    await waitingFor(stopped, 2);
    await stopped.query('COMMIT');
    expect((await assigned).assigned).toBe(1);
    expect((await revoked).kind).toBe('changed');
    const { counts } = await listAssigned(viewer, partner, { filter: ALL, unsafe: true, after: null });
    expect(counts).toEqual({ ready: 0, assigned: 1, unsafe: 1, alerts: 1 });
  });

  it('a fault while the history is written leaves no assignment behind', async () => {
    const { partner, viewer, order } = await readyOrder(1);
    await stopEvents(partner.id, 'fails');
    const asked = { numbers: numbersOf(order) };
    await expect(assignNumbers(viewer, assigning(asked), NOW)).rejects.toThrow('no event');
    expect(await assignmentsOf(partner)).toEqual([]);
  });
});

describe('taking back', () => {
  it('undo takes exactly the batch, but for what somebody renamed or released since; twice changes nothing more', async () => {
    const { partner, viewer, order } = await readyOrder(4);
    const [a = '', b = '', c = '', d = ''] = order.phones.toSorted();
    const before = assigning({ numbers: numbersOf(order, [a]) });
    await assignNumbers(viewer, before, NOW);
    const batch = assigning({ numbers: numbersOf(order, [b, c, d]) }, 'Lobby');
    await assignNumbers(viewer, batch, NOW);
    const renamed = { requestId: order.request.id, phone: c, batchId: batch.batchId };
    expect(await renameAssigned(viewer, { number: renamed, assignedTo: 'Reception' }, later(5))).toBe(true);

    expect(await undoAssigning(viewer, batch.batchId, later(20))).toBe(2);
    expect(await undoAssigning(viewer, batch.batchId, later(21))).toBe(0);

    expect((await assignmentsOf(partner)).map(({ phone, assignedTo }) => [phone, assignedTo])).toEqual([
      [a, null],
      [c, 'Reception'],
    ]);
    expect((await eventsOf(order.id)).map(({ kind, numbers, note }) => [kind, numbers, note])).toEqual([
      ['assigned', [a], null],
      ['assigned', [b, c, d], 'Lobby'],
      ['assigned', [c], 'Reception, before: Lobby'],
      ['released', [b, d], 'Taken back at once.'],
    ]);
  });

  it('undo of another’s batch takes nothing', async () => {
    const { partner, viewer, order } = await readyOrder(1);
    const batch = assigning({ numbers: numbersOf(order) });
    await assignNumbers(viewer, batch, NOW);
    const maya = await personOf(partner);
    const stranger = await personOf(await makePartner());
    expect(await undoAssigning(maya.viewer, batch.batchId, NOW)).toBe(0);
    expect(await undoAssigning(stranger.viewer, batch.batchId, NOW)).toBe(0);
    expect(await assignmentsOf(partner)).toHaveLength(1);
  });

  it('a released number is ready again; one that somebody renamed in the meantime stays', async () => {
    const { partner, viewer, order } = await readyOrder(2);
    const maya = await personOf(partner);
    const batch = assigning({ numbers: numbersOf(order) }, 'Lobby');
    await assignNumbers(viewer, batch, NOW);
    const asSeen = numbersOf(order).map((number) => ({ ...number, batchId: batch.batchId }));
    const [first, second] = asSeen;
    if (!first || !second) throw new Error('Two numbers were made.');
    await renameAssigned(maya.viewer, { number: second, assignedTo: null }, NOW);

    // Somebody else of the partner may release what the first one assigned.
    expect(await releaseNumbers(maya.viewer, asSeen, later(90))).toBe(1);

    expect((await assignmentsOf(partner)).map(({ phone }) => phone)).toEqual([second.phone]);
    const { counts } = await listReady(viewer, partner, { filter: ALL, after: null });
    expect(counts).toMatchObject({ ready: 1, assigned: 1 });
    const last = (await eventsOf(order.id)).at(-1);
    expect(last).toMatchObject({
      kind: 'released',
      numbers: [first.phone],
      note: 'It was assigned to Lobby.',
    });
  });

  it('a name given twice, or to what was released meanwhile, writes no more history', async () => {
    const { viewer, order } = await readyOrder(1);
    const batch = assigning({ numbers: numbersOf(order) }, 'Lobby');
    await assignNumbers(viewer, batch, NOW);
    const [number] = numbersOf(order).map((each) => ({ ...each, batchId: batch.batchId }));
    if (!number) throw new Error('A number was made.');
    expect(await renameAssigned(viewer, { number, assignedTo: 'Lobby' }, NOW)).toBe(true);
    expect(await releaseNumbers(viewer, [number], NOW)).toBe(1);
    expect(await renameAssigned(viewer, { number, assignedTo: 'Attic' }, NOW)).toBe(false);
    expect(await releaseNumbers(viewer, [number], NOW)).toBe(0);
    expect((await eventsOf(order.id)).map(({ kind }) => kind)).toEqual(['assigned', 'released']);
  });
});

describe('accounts', () => {
  it('tell what their numbers come to, over all their requests', async () => {
    const partner = await makePartner();
    const { viewer, user } = await personOf(partner);
    const account = await makeAccount({ partner, company: 'Lakeshore Dental' });
    await makeOrder({ account, numbers: 3, detailedStatus: 'completed' });
    await makeOrder({ account, numbers: 2, detailedStatus: 'cancelled' });
    const ready = await makeOrder({ account, numbers: 2, ...FOC });
    await makeAssignment({ order: ready, user, focOn: NEXT_WEEK });
    const page = await listNumberAccounts(viewer, partner, { filter: ALL, after: null });
    expect(page.total).toBe(1);
    expect(page.accounts[0]).toMatchObject({
      ...{ id: account.id, company: 'Lakeshore Dental', total: 7, completed: 3, cancelled: 2 },
      ...{ ready: 1, assigned: 1 },
    });
  });
});

/** So many numbers of one order at once; returns their request and number. */
async function manyNumbers(partnerId: number, order: Order, count: number): Promise<string[]> {
  const rows = await asOwner<{ phone: string }>(
    `INSERT INTO port_number (partner_id, request_id, phone, order_id)
     SELECT $1, $2, '+1' || (2125550000 + n)::text, $3 FROM generate_series(1, $4::integer) AS n RETURNING phone`,
    [partnerId, order.request.id, order.id, count],
  );
  return rows.map(({ phone }) => `${order.request.id} ${phone}`);
}
