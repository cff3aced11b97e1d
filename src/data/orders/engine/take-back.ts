import { type FieldChange, mergeChanges, ORDER_FIELDS } from '#domain/order-changes.ts';
import type { OrderFields } from '#domain/order-rules.ts';
import type { Query } from '../../tenant.ts';
import type { SeenOrder } from '../order.ts';
import { noteOutcomes, type Outcome, type StoredAct } from './acts.ts';
import { lockOrders, type OrderNow, readOrders, seenOf } from './read-orders.ts';
import { type OrderChange, recordChanges } from './record-changes.ts';
import { type NumbersOf, returnNumbers } from './return-numbers.ts';
import { changesSince, sinceSentence } from './who-changed.ts';

/** What an act did to one order. `version` is the one that it left. */
type Done = SeenOrder & {
  changes: FieldChange[];
  statusSinceWas: Date | null;
  created: boolean;
  numbers: NumbersOf[];
};

const PORTION = 2_000;

/** Undoes an act that is held. Acts that bind orders together are undone as a whole or not at all. */
export async function takeBack(query: Query, act: StoredAct): Promise<void> {
  const done = await whatWasDone(query, act);
  await lockOrders(query, done);
  const orders = await readOrders(query, done);
  const changed = done.filter(({ orderId, version }) => orders.get(orderId)?.version !== version);
  const bound = act.kind === 'edit' || act.kind === 'split' || act.kind === 'numbers';
  const kept = bound && changed.length > 0 ? done : changed;
  await noteOutcomes(query, act, await keptOutcomes(query, kept, changed));
  const undone = done.filter((each) => !kept.includes(each));
  await undo(query, act, undone, orders);
}

async function undo(
  query: Query,
  act: StoredAct,
  undone: readonly Done[],
  orders: ReadonlyMap<number, OrderNow>,
): Promise<void> {
  const gains = await returnNumbers(query, undone);
  await returnCaseNumber(query, undone, orders);
  for (let from = 0; from < undone.length; from += PORTION) {
    const portion = undone.slice(from, from + PORTION);
    const changes = portion.flatMap((each) => {
      const order = orders.get(each.orderId);
      return order ? [changeBack(order, each, gains.get(each.orderId) ?? 0)] : [];
    });
    await recordChanges(query, act, changes);
    await noteOutcomes(
      query,
      act,
      portion.map((each): Outcome => ({ ...seenOf(each), outcome: 'undone' })),
    );
  }
}

function changeBack(order: OrderNow, done: Done, gain: number): OrderChange {
  const held = order.state.numbers;
  const told = gain === 0 ? [] : [{ field: 'numbers', from: held, to: held + gain }];
  const numbers = done.numbers.flatMap(({ phones }) => phones);
  // An order that the act made has no numbers any more: it is closed, for what happened stays.
  if (done.created) {
    return { order, after: { ...order.state, detailedStatus: 'cancelled' }, kind: 'undone', told, numbers };
  }
  const before = done.changes.filter(({ field }) => FIELD_NAMES.has(field));
  const after = { ...order.state, ...Object.fromEntries(before.map(({ field, from }) => [field, from])) };
  const caseNumber = done.changes.filter(({ field }) => field === 'caseNumber');
  return {
    ...{ order, kind: 'undone', after: after as OrderFields, numbers },
    told: [...caseNumber.map(({ field, from, to }) => ({ field, from: to, to: from })), ...told],
    statusSince: done.statusSinceWas ?? undefined,
  };
}

const FIELD_NAMES: ReadonlySet<string> = new Set(ORDER_FIELDS);

async function keptOutcomes(
  query: Query,
  kept: readonly Done[],
  changed: readonly Done[],
): Promise<Outcome[]> {
  const since = await changesSince(query, changed);
  return kept.map((each) => ({
    ...seenOf(each),
    outcome: 'kept',
    because: changed.includes(each)
      ? sinceSentence(since.get(each.orderId))
      : 'It goes together with an order that has been changed since.',
  }));
}

type EventRow = Omit<Done, 'created' | 'numbers'> & { kind: string; numbers: string[] };

async function whatWasDone(query: Query, act: StoredAct): Promise<Done[]> {
  const events = await query<EventRow>(
    `SELECT partner_id AS "partnerId", order_id AS "orderId", kind, changes, numbers, version,
       status_since_was AS "statusSinceWas"
     FROM order_event WHERE act_id = $1 ORDER BY id`,
    [act.id],
  );
  return [...Map.groupBy(events, ({ orderId }) => orderId).values()].flatMap((of): Done[] => {
    const [first, last] = [of[0], of.at(-1)];
    if (!first || !last) return [];
    const moves = of.filter(({ numbers }) => numbers.length > 0);
    return [
      {
        ...seenOf(last),
        changes: mergeChanges(of.map(({ changes }) => changes)),
        statusSinceWas: first.statusSinceWas,
        created: first.kind === 'created',
        numbers: moves.map(({ kind, numbers, changes }) => ({ kind, phones: numbers, way: wayOf(changes) })),
      },
    ];
  });
}

function wayOf(changes: readonly FieldChange[]): NumbersOf['way'] {
  const way = changes.find(({ field }) => field === 'order');
  return way ? { from: Number(way.from), to: Number(way.to) } : null;
}

async function returnCaseNumber(
  query: Query,
  undone: readonly Done[],
  orders: ReadonlyMap<number, OrderNow>,
): Promise<void> {
  const [first] = undone;
  const change = first?.changes.find(({ field }) => field === 'caseNumber');
  const order = first && orders.get(first.orderId);
  if (!change || !order) return;
  await query('UPDATE port_request SET case_number = $3 WHERE partner_id = $1 AND id = $2', [
    order.partnerId,
    order.requestId,
    change.from,
  ]);
}
