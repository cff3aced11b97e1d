import { afterAll, describe, expect, it } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { addNote } from '#data/orders/add-note.ts';
import { type Answer, answerOrder } from '#data/orders/answer-order.ts';
import { handleReplies } from '#data/orders/handle-replies.ts';
import { listHistory } from '#data/orders/list-history.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { readOrder } from '#data/orders/read-order.ts';
import { readStory } from '#data/story/read-story.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Viewer } from '#domain/viewer.ts';
import { eventsOf, later, makeAgent, NOW, refOf, seen, versionsOf } from '../support/desk.ts';
import { onePage, pngOf } from '../support/documents.ts';
import { makeOrder, type Order, type OrderFacts } from '../support/factories.ts';
import { holdOrders, waitingFor } from '../support/held-database.ts';
import { asOwner } from '../support/owner.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

afterAll(closeConnections);

type Dana = Viewer & { name: string; email: string };

describe('an answer', () => {
  it('is stored with its files, shown to the desk, and mailed to the porting team in the same step', async () => {
    const { dana, order } = await scene({ detailedStatus: 'submitted' });
    const bill = { name: 'C:\\bills\\november.pdf', content: new Uint8Array(onePage()) };
    const photo = { name: 'meter', content: new Uint8Array(pngOf()) };
    const answered = await answer(dana, order, { text: ' The PIN is 4821.\n', files: [bill, photo] });
    expect(answered).toEqual({ kind: 'sent', movedFrom: null });

    const { entries } = await listHistory(await makeAgent(), order.id, 'all');
    expect(entries).toMatchObject([
      { kind: 'message', actor: dana.name, note: 'The PIN is 4821.', visibleToPartner: true },
    ]);
    expect(entries[0]?.attachments.map(({ fileName, size }) => [fileName, size])).toEqual([
      ['meter.png', photo.content.length],
      ['november.pdf', bill.content.length],
    ]);
    const [mail] = await mailsOf(order);
    expect(mail).toMatchObject({
      to_address: 'porting@example.com',
      reply_to: dana.email,
      subject: `Case ${order.request.caseNumber}, request ${order.request.id}`,
      event_id: String(entries[0]?.id),
    });
    expect(mail?.body).toMatch(/^The PIN is 4821\.\n\n--\n/);
    expect(mail?.body).toContain(`From: ${dana.name} <${dana.email}>`);
    expect(mail?.body).toContain('Status: In Progress, Submitted');
    // It is no change of the order: who works on it is not in the way.
    expect(await versionsOf(order.id)).toEqual([1]);
  });

  it.each(['rejected', 'additional-info-required'] as const)(
    'takes an order from %s on, and says so',
    async (from) => {
      const { dana, order } = await scene({ detailedStatus: from, rejectReason: 'ZIP code does not match' });
      expect(await answer(dana, order)).toEqual({ kind: 'sent', movedFrom: from });
      expect(await eventsOf(order.id)).toMatchObject([
        { kind: 'message', actor: dana.name, version: null },
        {
          kind: 'changed',
          actor: dana.name,
          changes: [{ field: 'detailedStatus', from, to: 'additional-information-provided' }],
          visible: true,
          version: 2,
        },
      ]);
      const story = await storyOf(dana, order);
      expect(story.row).toMatchObject({
        detailedStatus: 'additional-information-provided',
        // It stays after the reject has been answered.
        rejectReason: 'ZIP code does not match',
      });
      expect(story.repliedAt).toEqual(NOW);
      // A second word on it moves nothing.
      expect(await answer(dana, order, { text: 'And the bill follows.' })).toEqual({
        kind: 'sent',
        movedFrom: null,
      });
      expect(await versionsOf(order.id)).toEqual([2]);
    },
  );

  it.each(['waiting-for-loa', 'pending-carrier-response', 'completed', 'cancelled'] as const)(
    'leaves an order that is %s where it is',
    async (detailedStatus) => {
      const { dana, order } = await scene({ detailedStatus });
      expect(await answer(dana, order)).toEqual({ kind: 'sent', movedFrom: null });
      expect(await versionsOf(order.id)).toEqual([1]);
      expect((await readOrder(await makeAgent(), order.id)).replies).toMatchObject({ since: NOW, count: 1 });
    },
  );

  it('of two who answer at the same time both is kept and mailed, and the order moves once', async () => {
    const { dana, order } = await scene({ detailedStatus: 'rejected' });
    const omar = viewerOf(await makeUser({ partner: order.request.account.partner })) as Dana;
    const holder = await holdOrders(order.id);
    const answers = [
      answer(dana, order, { text: 'The PIN is 1' }),
      answer(omar, order, { text: 'The PIN is 2' }),
    ];
    await waitingFor(holder, 2);
    await holder.query('COMMIT');
    const movedFrom = (await Promise.all(answers)).map((each) => each.kind === 'sent' && each.movedFrom);
    expect(movedFrom.toSorted()).toEqual([null, 'rejected'].toSorted());
    const kinds = (await eventsOf(order.id)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['changed', 'message', 'message']);
    expect(await versionsOf(order.id)).toEqual([2]);
    expect(await mailsOf(order)).toHaveLength(2);
  });

  it('that is sent again because its first answer was lost is the same one', async () => {
    const { dana, order } = await scene();
    const files = [{ name: 'bill.pdf', content: new Uint8Array(onePage()) }];
    await answer(dana, order, { files });
    await answer(dana, order, { files }, later(60));
    expect(await mailsOf(order)).toHaveLength(1);
    // Without the file, or a day later, it is another one.
    await answer(dana, order, {}, later(61));
    await answer(dana, order, { files }, later(86_400));
    expect(await mailsOf(order)).toHaveLength(3);
  });

  it('is refused as a whole, by name, when a file is not what it says', async () => {
    const { dana, order } = await scene({ detailedStatus: 'rejected' });
    const fake = {
      name: 'bill.pdf',
      content: new TextEncoder().encode('PK\u0003\u0004 nothing of the kind'),
    };
    const sound = { name: 'photo.png', content: new Uint8Array(pngOf()) };
    const refused = await answer(dana, order, { files: [sound, fake] });
    expect(refused).toMatchObject({ kind: 'refused', problems: [{ field: 'files' }] });
    expect(JSON.stringify(refused)).toContain('bill.pdf');
    expect(await eventsOf(order.id)).toEqual([]);
    expect(await mailsOf(order)).toEqual([]);
    expect(await versionsOf(order.id)).toEqual([1]);
  });

  it('is refused when it says nothing, too much, or brings too many files', async () => {
    const { dana, order } = await scene();
    const file = { name: 'a.png', content: new Uint8Array(pngOf()) };
    expect(await answer(dana, order, { text: ' \n ' })).toMatchObject({ problems: [{ field: 'text' }] });
    expect(await answer(dana, order, { text: 'x'.repeat(4_001) })).toMatchObject({
      problems: [{ field: 'text' }],
    });
    expect(await answer(dana, order, { files: [file, file, file, file] })).toMatchObject({
      problems: [{ field: 'files', because: 'At most 3 files go with an answer.' }],
    });
    expect(await eventsOf(order.id)).toEqual([]);
  });

  it('is for the order that holds the number, which may be another one by now', async () => {
    const { dana, order } = await scene();
    const other = await makeOrder({ request: order.request, numbers: 1 });
    await expect(answer(dana, order, { phone: other.phones[0] as PhoneNumber })).rejects.toThrow('number');
    expect(await eventsOf(order.id)).toEqual([]);
  });
});

describe('the porting team', () => {
  it('deals with what was written: the order leaves the list, and the partner can read so', async () => {
    const { dana, order } = await scene();
    const agent = await makeAgent();
    await answer(dana, order);
    const { replies } = await readOrder(agent, order.id);
    const read = replies?.messages[0]?.id ?? 0;
    expect(await handleReplies(agent, { order: refOf(order), seen: read }, later(60))).toEqual({
      kind: 'handled',
    });
    expect((await readOrder(agent, order.id)).replies).toBeNull();
    const story = await storyOf(dana, order);
    expect(story.repliedAt).toBeNull();
    expect(story.history.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['handled', agent.name],
      ['message', dana.name],
    ]);
    expect(await handleReplies(agent, { order: refOf(order), seen: read }, later(61))).toEqual({
      kind: 'already',
    });
    expect(await eventsOf(order.id)).toHaveLength(2);
  });

  it('does not deal with a message that came after the one that was read', async () => {
    const { dana, order } = await scene();
    const agent = await makeAgent();
    await answer(dana, order);
    const read = (await readOrder(agent, order.id)).replies?.messages[0]?.id ?? 0;
    await answer(dana, order, { text: 'Wait: the PIN is another one.' }, later(30));
    expect(await handleReplies(agent, { order: refOf(order), seen: read }, later(60))).toEqual({
      kind: 'newer',
    });
    expect((await readOrder(agent, order.id)).replies).toMatchObject({ since: NOW, count: 2 });
  });

  it('does not deal with it by changing the order or writing notes alone', async () => {
    const { dana, order } = await scene({ detailedStatus: 'submitted' });
    const agent = await makeAgent();
    await answer(dana, order);
    await moveOrder(agent, { order: seen(order), move: { to: 'pending-carrier-response' } }, later(60));
    await addNote(agent, { order: refOf(order), text: 'Called them', visibleToPartner: true }, later(61));
    expect((await readOrder(agent, order.id)).replies).toMatchObject({ since: NOW, count: 1 });
  });

  it('sees since when the first of several messages waits, and the newest five of them', async () => {
    const { dana, order } = await scene();
    for (let i = 0; i < 7; i++) await answer(dana, order, { text: `Message ${i}` }, later(i));
    const { replies } = await readOrder(await makeAgent(), order.id);
    expect(replies).toMatchObject({ since: NOW, count: 7 });
    expect(replies?.messages.map(({ note }) => note)).toEqual([6, 5, 4, 3, 2].map((i) => `Message ${i}`));
  });
});

async function scene(facts: Partial<OrderFacts> = {}): Promise<{ dana: Dana; order: Order }> {
  const user = await makeUser();
  const order = await makeOrder({ partner: user.partner ?? undefined, numbers: 2, ...facts });
  return { dana: viewerOf(user) as Dana, order };
}

function answer(viewer: Viewer, order: Order, given: Partial<Answer> = {}, now = NOW) {
  const phone = order.phones[0] as PhoneNumber;
  const plain = { orderId: order.id, phone, text: 'The ZIP code is 93921.', files: [] };
  return answerOrder(viewer, { ...plain, mailTo: 'porting@example.com', ...given }, now);
}

function storyOf(viewer: Viewer, order: Order) {
  const { account, id } = order.request;
  const number = { partner: account.partner, requestId: id, phone: order.phones[0] as PhoneNumber };
  return readStory(viewer, number, NOW);
}

type Mail = { to_address: string; reply_to: string; subject: string; body: string; event_id: string };

function mailsOf(order: Order): Promise<Mail[]> {
  return asOwner<Mail>('SELECT * FROM mail WHERE order_id = $1 ORDER BY queued_at', [order.id]);
}
