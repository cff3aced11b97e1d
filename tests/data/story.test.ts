import { afterAll, describe, expect, it } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { addNote } from '#data/orders/add-note.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { splitOrder } from '#data/orders/split-order.ts';
import { readStory } from '#data/story/read-story.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Viewer } from '#domain/viewer.ts';
import { later, makeAgent, NEXT_WEEK, NOW, refOf, seen } from '../support/desk.ts';
import { makeOrder, makeRequest, type Order } from '../support/factories.ts';
import { asOwner, insert } from '../support/owner.ts';
import { makeUser } from '../support/users.ts';
import { partnerViewer, viewerOf } from '../support/viewers.ts';

afterAll(closeConnections);

describe('the history of a number', () => {
  it('tells what the partner may read, and never an internal note, not even to the porting team', async () => {
    const agent = await makeAgent();
    const order = await makeOrder({ numbers: 1 });
    const note = (text: string, visibleToPartner: boolean) =>
      addNote(agent, { order: refOf(order), text, visibleToPartner }, NOW);
    await note('The carrier is slow again, between us', false);
    await note('The carrier asks for a bill', true);
    for (const viewer of [partnerOf(order), agent]) {
      const story = await storyOf(viewer, order);
      expect(story.history.map((event) => event.note)).toEqual(['The carrier asks for a bill']);
      expect(JSON.stringify(story)).not.toContain('between us');
    }
  });

  it('follows the number through the orders that it was split into', async () => {
    const agent = await makeAgent();
    const order = await makeOrder({ numbers: 3 });
    const [phone, staying] = order.phones as PhoneNumber[];
    await moveOrder(agent, { order: seen(order), move: { to: 'pending-carrier-response' } }, NOW);
    const split = await splitOrder(
      agent,
      {
        order: seen(order, 2),
        phones: [String(phone)],
        move: { to: 'firm-order-confirmation', focOn: NEXT_WEEK },
      },
      later(60),
    );
    if (split.kind !== 'changed') throw new Error(split.kind);
    const story = await storyOf(partnerOf(order), order, phone);
    expect(story.row).toMatchObject({ orderId: split.newOrderId, detailedStatus: 'firm-order-confirmation' });
    expect(story.history.map(({ kind, orderId }) => [kind, orderId])).toEqual([
      ['changed', split.newOrderId],
      ['created', split.newOrderId],
      ['changed', order.id],
    ]);
    expect(story.orders.map(({ id, numbers }) => [id, numbers])).toEqual([
      [order.id, 2],
      [split.newOrderId, 1],
    ]);
    const other = await storyOf(partnerOf(order), order, staying);
    expect(other.row.orderId).toBe(order.id);
    expect(other.history.map(({ orderId }) => orderId)).toEqual([order.id, order.id]);
  });

  it('tells who this number was given to, and nothing of who got the others', async () => {
    const user = await makeUser();
    const order = await makeOrder({ partner: user.partner ?? undefined, numbers: 2 });
    const [mine, other] = order.phones as PhoneNumber[];
    for (const phone of [mine, other]) await assignedEvent(order, user.id, String(phone));
    const story = await storyOf(viewerOf(user), order, mine);
    expect(story.history.map(({ kind, numbers }) => [kind, numbers])).toEqual([['assigned', [mine]]]);
    // An assignment brings a number to no order: what was before it is still there.
    await addNote(await makeAgent(), { order: refOf(order), text: 'All set', visibleToPartner: true }, NOW);
    await assignedEvent(order, user.id, String(mine));
    const kinds = (await storyOf(viewerOf(user), order, mine)).history.map(({ kind }) => kind);
    expect(kinds).toEqual(['assigned', 'note', 'assigned']);
  });
});

describe('what is known of a number', () => {
  it('tells since when it is in its status, in business days without weekends and holidays', async () => {
    const order = await makeOrder({ numbers: 1, detailedStatus: 'rejected' });
    // Thursday noon; Thanksgiving and a weekend lie between it and the Monday after.
    await asOwner('UPDATE port_order SET status_since = $2 WHERE id = $1', [
      order.id,
      '2026-11-25T20:00:00Z',
    ]);
    const monday = new Date('2026-11-30T18:00:00Z');
    const story = await storyOf(partnerOf(order), order, undefined, monday);
    expect(story.age).toBe(2);
    expect(story.statusSince).toEqual(new Date('2026-11-25T20:00:00Z'));
  });

  it('knows what a common reject reason asks for, in whatever case it is written, and no more than is known', async () => {
    const known = await makeOrder({
      numbers: 1,
      detailedStatus: 'rejected',
      rejectReason: 'ZIP CODE does not match ',
    });
    expect((await storyOf(partnerOf(known), known)).reason).toMatchObject({
      turn: 'partner',
      nextStep: expect.stringContaining('ZIP code'),
    });
    const own = await makeOrder({ numbers: 1, detailedStatus: 'rejected', rejectReason: 'XQ7: see remarks' });
    expect((await storyOf(partnerOf(own), own)).reason).toBeNull();
  });

  it('tells the assignment, and that it relied on a date which does not hold any more', async () => {
    const user = await makeUser();
    const order = await makeOrder({
      ...{ partner: user.partner ?? undefined, numbers: 2, detailedStatus: 'firm-order-confirmation' },
      focOn: NEXT_WEEK,
    });
    const [phone] = order.phones as PhoneNumber[];
    await insert('number_assignment', {
      ...{
        partner_id: user.partner?.id,
        request_id: order.request.id,
        phone,
        actor_id: user.id,
        actor: user.name,
      },
      ...{ assigned_to: 'Reception', batch_id: crypto.randomUUID(), foc_on: '2026-11-30', at: NOW },
    });
    const story = await storyOf(viewerOf(user), order, phone);
    expect(story.assignment).toEqual({
      at: NOW,
      actor: user.name,
      assignedTo: 'Reception',
      focOn: '2026-11-30',
    });
    expect(story.orders[0]?.phones).toEqual(
      order.phones.toSorted().map((each) => ({ phone: each, assigned: each === phone })),
    );
  });

  it('shows the first numbers of each order of the request, and counts them all', async () => {
    const request = await makeRequest();
    const large = await makeOrder({ request, numbers: 25 });
    const small = await makeOrder({ request, numbers: 1, detailedStatus: 'completed' });
    const empty = await makeOrder({ request });
    const last = large.phones.toSorted().at(-1) as PhoneNumber;
    const story = await storyOf(partnerOf(large), large, last);
    expect(story.row.phone).toBe(last);
    expect(story.numbers).toBe(25);
    expect(story.orders.map(({ id, numbers, phones }) => [id, numbers, phones.length])).toEqual([
      [large.id, 25, 20],
      [small.id, 1, 1],
    ]);
    expect(story.request.map(({ numbers }) => numbers)).toEqual([25, 1]);
    expect(story.orders.map(({ id }) => id)).not.toContain(empty.id);
  });

  it('lists forty orders of a request with very many, the number’s own among them', async () => {
    const request = await makeRequest();
    let last = await makeOrder({ request, numbers: 1 });
    for (let i = 0; i < 45; i++) last = await makeOrder({ request, numbers: 1 });
    const story = await storyOf(partnerOf(last), last);
    expect(story.orders).toHaveLength(40);
    expect(story.orders.at(-1)?.id).toBe(last.id);
    expect(story.request).toHaveLength(46);
  });
});

it('is not found for a number that the request does not hold, or holds no more', async () => {
  const order = await makeOrder({ numbers: 1 });
  const phone = '+12125559999' as PhoneNumber;
  await expect(storyOf(partnerOf(order), order, phone)).rejects.toThrow('number');
  const other = await makeOrder({ partner: order.request.account.partner, numbers: 1 });
  await expect(storyOf(partnerOf(order), order, other.phones[0] as PhoneNumber)).rejects.toThrow('number');
});

function partnerOf({ request }: Order): Viewer {
  return partnerViewer(request.account.partner);
}

function storyOf(viewer: Viewer, order: Order, phone = order.phones[0] as PhoneNumber, now = NOW) {
  const { partner } = order.request.account;
  return readStory(viewer, { partner, requestId: order.request.id, phone }, now);
}

async function assignedEvent(order: Order, actorId: string, phone: string): Promise<void> {
  const { partnerId, orderId } = refOf(order);
  await insert('order_event', {
    ...{
      partner_id: partnerId,
      order_id: orderId,
      at: NOW,
      actor_id: actorId,
      actor: 'Dana',
      kind: 'assigned',
    },
    ...{ changes: '[]', visible_to_partner: true, numbers: [phone] },
  });
}
