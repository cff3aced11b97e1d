import { afterAll, describe, expect, it } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { applyAct } from '#data/orders/apply-act.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { previewMoves } from '#data/orders/preview-moves.ts';
import { systemActor } from '#data/system-actor.ts';
import type { Move } from '#domain/moves.ts';
import { NotFound } from '#domain/not-found.ts';
import { DETAILED_FACTS } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { csvOf, fileWith, importInto } from '../imports/support.ts';
import { makeAgent, makeOrders, NEXT_WEEK, NOW, TODAY, TOMORROW } from '../support/desk.ts';
import { type Account, makeAccount } from '../support/factories.ts';
import { caseName, MOVE_CASES, type MoveCase, moveTo, REASON } from '../support/move-matrix.ts';
import { asOwner } from '../support/owner.ts';

afterAll(closeConnections);

type Outcome = 'changed' | 'corrected' | 'unchanged' | 'refused' | 'not found';
type Made = Awaited<ReturnType<typeof makeOrders>>;

/** What becomes of each order of the matrix, by way of one door. */
type Door = (viewer: Viewer, orders: Made, move: (each: MoveCase) => Move) => Promise<Map<string, Outcome>>;

const page: Door = async (viewer, orders, move) => {
  const outcomes = new Map<string, Outcome>();
  for (const [i, each] of MOVE_CASES.entries()) {
    const order = { ...at(orders, i), version: 1 };
    const result = await orNotFound(moveOrder(viewer, { order, move: move(each) }, NOW));
    if (result === 'not found') outcomes.set(caseName(each), result);
    else if (result.kind === 'changed') outcomes.set(caseName(each), await kindOf(order.orderId));
    else if (result.kind !== 'conflict') outcomes.set(caseName(each), result.kind);
  }
  return outcomes;
};

const many =
  (kind: 'move' | 'correction' | 'upload'): Door =>
  async (viewer, orders, move) => {
    const items = MOVE_CASES.map((each, i) => ({ ...at(orders, i), move: move(each) }));
    const preview = await orNotFound(previewMoves(viewer, { items }, NOW, kind));
    if (preview === 'not found') return new Map(MOVE_CASES.map((each) => [caseName(each), preview]));
    const { done, conflicts } = await applyAct(viewer, preview.actId, NOW);
    expect({ done, conflicts }).toEqual({ done: true, conflicts: [] });
    const outcomes = await outcomesOf(preview.actId);
    return new Map(
      await Promise.all(
        MOVE_CASES.map(async (each, i): Promise<[string, Outcome]> => {
          const { orderId } = at(orders, i);
          const outcome = outcomes.get(orderId) ?? 'not found';
          return [caseName(each), outcome === 'changed' ? await kindOf(orderId) : outcome];
        }),
      ),
    );
  };

const legally = (each: MoveCase): Outcome => (each.legal ? 'changed' : 'refused');
const nothing = (): Outcome => 'not found';

const byHand = (each: MoveCase) => moveTo(each.to);
const corrected = (each: MoveCase): Move => ({
  ...moveTo(each.to),
  correction: true,
  note: 'The carrier says so.',
});
/** A correction sets whatever an order can be; staying is one only where another date comes with it. */
const asCorrection = (each: MoveCase): Outcome => {
  if (!each.possible) return 'refused';
  return each.from !== each.to || DETAILED_FACTS[each.to].needsFoc ? 'corrected' : 'unchanged';
};

describe('every move there is, of local and toll-free orders', () => {
  it.each<['agent' | 'lead', string, Door, (each: MoveCase) => Move, (each: MoveCase) => Outcome]>([
    ['agent', 'a move on its page', page, byHand, legally],
    ['lead', 'a move on its page', page, byHand, legally],
    ['agent', 'a move of many', many('move'), byHand, legally],
    ['lead', 'a move of many', many('move'), byHand, legally],
    ['agent', "a carrier's list", many('upload'), byHand, legally],
    ['lead', "a carrier's list", many('upload'), byHand, legally],
    ['agent', 'a correction on its page', page, corrected, nothing],
    ['lead', 'a correction on its page', page, corrected, asCorrection],
    ['agent', 'a correction of many', many('correction'), corrected, nothing],
    ['lead', 'a correction of many', many('correction'), corrected, asCorrection],
  ])('by %s: %s is allowed or refused as the table says', async (role, _way, door, move, expected) => {
    const orders = await ordersOfTheMatrix();
    const outcomes = await door(await makeAgent(role), orders, move);
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(MOVE_CASES.map((each) => [caseName(each), expected(each)])),
    );
  });

  it('imported, is recorded as a change when it is legal, and else as a correction that says why', async () => {
    const account = await makeAccount();
    const orders = await ordersOfTheMatrix(account);
    const rows = MOVE_CASES.map((each, i) => rowOf(each, at(orders, i), account));
    const { rejected } = await importInto(account.partner, await fileWith(csvOf(rows, COLUMNS)));
    expect(rejected).toBe(MOVE_CASES.filter(({ possible }) => !possible).length);
    const kinds = await Promise.all(MOVE_CASES.map((_, i) => kindAndNoteOf(at(orders, i).orderId)));
    expect(Object.fromEntries(MOVE_CASES.map((each, i) => [caseName(each), kinds[i]]))).toEqual(
      Object.fromEntries(MOVE_CASES.map((each) => [caseName(each), imported(each)])),
    );
    const [by] = await asOwner<{ names: string[] }>(
      `SELECT array_agg(DISTINCT changed_by) AS names FROM port_order WHERE partner_id = $1 AND version > 1`,
      [account.partner.id],
    );
    expect(by?.names).toEqual(['system: import']);
  });

  it('leaves the same order behind on its page, among many and from a list', async () => {
    const lead = await makeAgent('lead');
    const left: unknown[] = [];
    for (const door of [page, many('move'), many('upload')]) {
      const orders = await ordersOfTheMatrix();
      await door(lead, orders, byHand);
      left.push(await leftBehind(orders));
    }
    expect(left[1]).toEqual(left[0]);
    expect(left[2]).toEqual(left[0]);
  });

  it('is nobody else’s: partners, end users, system actors find no order', async () => {
    const [order] = await makeOrders([{}]);
    const stranger = systemActor('import');
    const move: Move = { to: 'cancelled' };
    expect(
      await orNotFound(moveOrder(stranger, { order: { ...at([order], 0), version: 1 }, move }, NOW)),
    ).toBe('not found');
    expect(await orNotFound(previewMoves(stranger, { selection: [at([order], 0)], move }, NOW))).toBe(
      'not found',
    );
  });
});

function ordersOfTheMatrix(account?: Account): Promise<Made> {
  return makeOrders(
    MOVE_CASES.map(({ type, from }) => ({
      type,
      detailedStatus: from,
      focOn: DETAILED_FACTS[from].needsFoc ? TOMORROW : null,
      focTime: DETAILED_FACTS[from].needsFoc ? '10:00' : null,
      approvedOn: from === 'accepted' ? TODAY : null,
      rejectReason: from === 'rejected' ? REASON : null,
    })),
    { account },
  );
}

const COLUMNS = [
  'phone',
  'requestId',
  'accountId',
  'detailedStatus',
  'focOn',
  'focTime',
  'approvedOn',
] as const;

function rowOf(each: MoveCase, order: Made[number], account: Account) {
  const { label, needsFoc } = DETAILED_FACTS[each.to];
  return {
    phone: order.phone,
    requestId: order.requestId,
    accountId: account.id,
    detailedStatus: label,
    focOn: needsFoc ? NEXT_WEEK : '',
    focTime: needsFoc ? '10:00 AM' : '',
    approvedOn: each.to === 'accepted' ? TODAY : '',
  };
}

/** Staying is told only where another date comes with it, and is a change. */
function imported(each: MoveCase): string {
  if (!each.possible) return 'nothing';
  if (each.from === each.to) return DETAILED_FACTS[each.to].needsFoc ? 'changed' : 'nothing';
  return each.legal ? 'changed' : 'corrected: As the imported report says.';
}

async function kindOf(orderId: number): Promise<Outcome> {
  const [event] = await asOwner<{ kind: Outcome }>('SELECT kind FROM order_event WHERE order_id = $1', [
    orderId,
  ]);
  if (!event) throw new Error(`Nothing is told of order ${orderId}.`);
  return event.kind;
}

async function kindAndNoteOf(orderId: number): Promise<string> {
  const [event] = await asOwner<{ kind: string; note: string | null }>(
    'SELECT kind, note FROM order_event WHERE order_id = $1',
    [orderId],
  );
  if (!event) return 'nothing';
  return event.note === null ? event.kind : `${event.kind}: ${event.note}`;
}

async function outcomesOf(actId: string): Promise<Map<number, Outcome>> {
  const rows = await asOwner<{ id: string; outcome: Outcome }>(
    'SELECT order_id AS id, outcome FROM desk_act_order WHERE act_id = $1',
    [actId],
  );
  return new Map(rows.map(({ id, outcome }) => [Number(id), outcome]));
}

async function leftBehind(orders: Made): Promise<unknown[]> {
  return asOwner(
    `SELECT request_id, detailed_status, foc_on, foc_time, submitted_on, approved_on, estimated_on, reject_reason, version
     FROM port_order WHERE partner_id = $1 ORDER BY id`,
    [at(orders, 0).partnerId],
  );
}

async function orNotFound<T>(asked: Promise<T>): Promise<T | 'not found'> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFound) return 'not found';
    throw error;
  }
}

function at<T>(list: readonly (T | undefined)[], i: number): T {
  const found = list[i];
  if (found === undefined) throw new Error(`There is no ${i}.`);
  return found;
}
