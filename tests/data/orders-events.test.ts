import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { addNote } from '#data/orders/add-note.ts';
import { addNotes } from '#data/orders/add-notes.ts';
import { addNumbers } from '#data/orders/add-numbers.ts';
import { answerOrder } from '#data/orders/answer-order.ts';
import { applyAct } from '#data/orders/apply-act.ts';
import { editOrder } from '#data/orders/edit-order.ts';
import { handleReplies } from '#data/orders/handle-replies.ts';
import { listHistory } from '#data/orders/list-history.ts';
import { moveNumbers } from '#data/orders/move-numbers.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { previewMoves } from '#data/orders/preview-moves.ts';
import { removeNumbers } from '#data/orders/remove-numbers.ts';
import { splitOrder } from '#data/orders/split-order.ts';
import { undoAct } from '#data/orders/undo-act.ts';
import { createRequest } from '#data/requests/create-request.ts';
import { readIn, type Scope } from '#data/tenant.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Viewer } from '#domain/viewer.ts';
import { freePhones, makeAgent, NOW, refOf, seen } from '../support/desk.ts';
import { makeOrder, makeRequest, type Order } from '../support/factories.ts';
import { stopEvents } from '../support/held-database.ts';
import { asOwner } from '../support/owner.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

afterAll(closeConnections);

type World = { agent: Viewer; order: Order; sibling: Order };

/** Every verb that changes an order, what it writes, and what of its work is laid out before. */
const MUTATIONS: Record<
  string,
  {
    kinds: string[];
    lay?: (world: World) => Promise<string>;
    change: (world: World, laid: string) => Promise<unknown>;
  }
> = {
  'add-note.ts': {
    kinds: ['note'],
    change: ({ agent, order }) =>
      addNote(agent, { order: refOf(order), text: 'Called them.', visibleToPartner: true }, NOW),
  },
  'add-notes.ts': {
    kinds: ['note', 'note'],
    change: ({ agent, order, sibling }) =>
      addNotes(
        agent,
        { orders: [refOf(order), refOf(sibling)], text: 'Called.', visibleToPartner: false },
        NOW,
      ),
  },
  'add-numbers.ts': {
    kinds: ['numbers-added'],
    lay: async () => (await freePhones(1)).join(),
    change: ({ agent, order }, phone) => addNumbers(agent, { order: seen(order), phones: [phone] }, NOW),
  },
  'answer-order.ts': {
    kinds: ['message', 'changed'],
    lay: async ({ agent, order }) => {
      const move = { to: 'additional-info-required' } as const;
      await moveOrder(agent, { order: seen(order), move }, NOW);
      return '';
    },
    change: async ({ order }) => {
      const dana = viewerOf(await makeUser({ partner: order.request.account.partner }));
      const phone = order.phones[0] as PhoneNumber;
      const answer = { orderId: order.id, phone, text: 'The PIN is 4821.', files: [] };
      return answerOrder(dana, { ...answer, mailTo: 'porting@example.com' }, NOW);
    },
  },
  'handle-replies.ts': {
    kinds: ['handled'],
    lay: async ({ order }) => {
      await asOwner('UPDATE port_order SET replied_at = now() WHERE id = $1', [order.id]);
      return '';
    },
    change: ({ agent, order }) => handleReplies(agent, { order: refOf(order), seen: 0 }, NOW),
  },
  'apply-act.ts': {
    kinds: ['changed', 'changed'],
    lay: ({ agent, order, sibling }) => previewed(agent, [order, sibling]),
    change: ({ agent }, actId) => applyAct(agent, actId, NOW),
  },
  'edit-order.ts': {
    kinds: ['changed', 'changed'],
    change: ({ agent, order }) =>
      editOrder(agent, { order: seen(order), edit: { caseNumber: '71234' } }, NOW),
  },
  'move-numbers.ts': {
    kinds: ['numbers-moved', 'numbers-moved'],
    change: ({ agent, order, sibling }) =>
      moveNumbers(agent, { from: seen(order), to: sibling.id, phones: order.phones.slice(1) }, NOW),
  },
  'move-order.ts': {
    kinds: ['changed'],
    change: ({ agent, order }) => moveOrder(agent, { order: seen(order), move: { to: 'cancelled' } }, NOW),
  },
  'remove-numbers.ts': {
    kinds: ['numbers-removed'],
    change: ({ agent, order }) =>
      removeNumbers(agent, { order: seen(order), phones: order.phones.slice(1), note: 'Stays behind' }, NOW),
  },
  'split-order.ts': {
    kinds: ['numbers-moved', 'created', 'changed'],
    change: ({ agent, order }) =>
      splitOrder(
        agent,
        { order: seen(order), phones: order.phones.slice(1), move: { to: 'cancelled' } },
        NOW,
      ),
  },
  'undo-act.ts': {
    kinds: ['undone'],
    lay: async ({ agent, order }) => {
      const actId = await previewed(agent, [order]);
      await applyAct(agent, actId, NOW);
      return actId;
    },
    change: ({ agent }, actId) => undoAct(agent, actId, NOW),
  },
  '../requests/create-request.ts': {
    kinds: ['created'],
    lay: async () => (await freePhones(1)).join(),
    change: ({ agent, order }, phone) =>
      createRequest(
        agent,
        {
          ...{ partnerId: refOf(order).partnerId, accountId: order.request.account.id, phones: [phone] },
          detailedStatus: 'received-loa',
        },
        NOW,
      ),
  },
};

/** What changes no order: it reads, or says what things are called. */
const READING = [
  'act.ts',
  'check-numbers.ts',
  'list-history.ts',
  'number-history.ts',
  'order.ts',
  'preview-moves.ts',
  'read-order.ts',
];

describe('every change of an order', () => {
  it('is in the table: no verb of orders is missing', () => {
    const verbs = readdirSync('src/data/orders').filter((name) => name.endsWith('.ts'));
    const known = [...Object.keys(MUTATIONS).filter((name) => !name.startsWith('..')), ...READING];
    expect(verbs.toSorted()).toEqual(known.toSorted());
  });

  it('is written by these verbs, or by an import: nothing else of data/ writes orders, numbers or requests', () => {
    const writes = /(INSERT INTO|UPDATE|DELETE FROM) (port_order|port_number|port_request)\b/;
    const writing = readdirSync('src/data', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('prisma/'))
      .filter((name) => writes.test(readFileSync(`src/data/${name}`, 'utf8')))
      .filter((name) => !/^(orders|requests)\/engine\//.test(name) && name !== 'imports/writing.ts');
    const verbs = Object.keys(MUTATIONS).map((name) =>
      name.startsWith('..') ? name.slice(3) : `orders/${name}`,
    );
    expect(writing.filter((name) => !verbs.includes(name))).toEqual([]);
  });

  it.each(Object.entries(MUTATIONS))(
    '%s writes its events in the same transaction',
    async (_verb, mutation) => {
      const world = await makeWorld();
      const laid = (await mutation.lay?.(world)) ?? '';
      const before = await lastEvent();
      await mutation.change(world, laid);
      const { partnerId } = refOf(world.order);
      const events = await asOwner<{ kind: string; xmin: string }>(
        'SELECT kind, xmin::text FROM order_event WHERE partner_id = $1 AND id > $2 ORDER BY id',
        [partnerId, before],
      );
      expect(events.map(({ kind }) => kind)).toEqual(mutation.kinds);
      expect(new Set(events.map(({ xmin }) => xmin)).size).toBe(1);
      const [xmin] = events.map((event) => event.xmin);
      const untold = await asOwner(
        `SELECT o.id FROM port_order o WHERE o.partner_id = $1 AND o.xmin::text = $2 AND NOT EXISTS (
         SELECT FROM order_event e WHERE e.order_id = o.id AND e.xmin::text = $2)`,
        [partnerId, xmin],
      );
      expect(untold).toEqual([]);
    },
  );

  it.each(Object.entries(MUTATIONS))(
    '%s changes nothing when its event cannot be written',
    async (_verb, mutation) => {
      const world = await makeWorld();
      const laid = (await mutation.lay?.(world)) ?? '';
      const { partnerId } = refOf(world.order);
      await stopEvents(partnerId, 'fails');
      const before = await everything(partnerId);
      await expect(mutation.change(world, laid)).rejects.toThrow('no event');
      expect(await everything(partnerId)).toEqual(before);
    },
  );
});

describe('an internal note', () => {
  it('is in the history of the desk, and in nothing that a partner or an end user can read', async () => {
    const { agent, order } = await makeWorld();
    const { account } = order.request;
    for (const visibleToPartner of [true, false]) {
      const text = visibleToPartner ? 'For the partner' : 'For us alone';
      await addNote(agent, { order: refOf(order), text, visibleToPartner }, NOW);
    }
    const { entries } = await listHistory(agent, order.id, 'notes');
    expect(entries.map(({ note, visibleToPartner }) => [note, visibleToPartner])).toEqual([
      ['For us alone', false],
      ['For the partner', true],
    ]);
    const scopes: Scope[] = [
      { role: 'portal_partner', partnerId: account.partner.id },
      { role: 'portal_end_user', partnerId: account.partner.id, accountId: account.id },
    ];
    for (const scope of scopes) {
      const rows = await readIn(scope, (query) => query<{ note: string }>('SELECT note FROM order_event'));
      expect(rows.map(({ note }) => note)).toEqual(['For the partner']);
    }
  });

  it('is refused when it is empty or endless, and changes nothing of the order', async () => {
    const { agent, order } = await makeWorld();
    const add = (text: string) => addNote(agent, { order: refOf(order), text, visibleToPartner: false }, NOW);
    expect(await add(' \n')).toMatchObject({ problems: [{ because: 'Write the note first.' }] });
    expect(await add('x'.repeat(4001))).toMatchObject({
      problems: [{ because: 'A note has at most 4000 characters.' }],
    });
    const before = await everything(refOf(order).partnerId);
    await add('Called.');
    expect(await everything(refOf(order).partnerId)).toEqual({ ...before, events: 1, acts: 1 });
  });
});

describe('the history of an order', () => {
  it('is told newest first, all of it, what changed, or what was written', async () => {
    const { agent, order } = await makeWorld();
    await moveOrder(agent, { order: seen(order), move: { to: 'pending-carrier-response' } }, NOW);
    await addNote(agent, { order: refOf(order), text: 'Called.', visibleToPartner: false }, NOW);
    await moveOrder(agent, { order: seen(order, 2), move: { to: 'cancelled', note: 'They gave up.' } }, NOW);
    const kinds = async (kind: 'all' | 'changes' | 'notes') =>
      (await listHistory(agent, order.id, kind)).entries.map(({ kind: of, note }) => [of, note]);
    const [cancelled, noted, pending] = [
      ['changed', 'They gave up.'],
      ['note', 'Called.'],
      ['changed', null],
    ];
    expect(await kinds('all')).toEqual([cancelled, noted, pending]);
    expect(await kinds('changes')).toEqual([cancelled, pending]);
    expect(await kinds('notes')).toEqual([cancelled, noted]);
    const { entries } = await listHistory(agent, order.id, 'all');
    expect((await listHistory(agent, order.id, 'all', entries[0]?.id)).entries).toEqual(entries.slice(1));
  });
});

async function makeWorld(): Promise<World> {
  const request = await makeRequest();
  const [order, sibling] = [
    await makeOrder({ request, numbers: 2 }),
    await makeOrder({ request, numbers: 1 }),
  ];
  return { agent: await makeAgent(), order, sibling };
}

async function previewed(agent: Viewer, orders: Order[]): Promise<string> {
  const asked = { selection: orders.map(refOf), move: { to: 'cancelled' } as const };
  return (await previewMoves(agent, asked, NOW)).actId;
}

async function lastEvent(): Promise<number> {
  const [row] = await asOwner<{ id: number }>('SELECT coalesce(max(id), 0)::int AS id FROM order_event');
  return row?.id ?? 0;
}

/** All rows of a partner, so that the least change shows. */
async function everything(partnerId: number): Promise<Record<string, unknown>> {
  const [rows] = await asOwner(
    `SELECT (SELECT jsonb_agg(to_jsonb(o) ORDER BY o.id) FROM port_order o WHERE o.partner_id = $1) AS orders,
       (SELECT jsonb_agg(to_jsonb(n) ORDER BY n.phone) FROM port_number n WHERE n.partner_id = $1) AS numbers,
       (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM port_request r WHERE r.partner_id = $1) AS requests,
       (SELECT count(*)::int FROM order_event e WHERE e.partner_id = $1) AS events,
       (SELECT count(*)::int FROM desk_act_order a WHERE a.partner_id = $1 AND a.outcome <> 'ready') AS acts`,
    [partnerId],
  );
  return rows ?? {};
}
