import type { Move, MoveProblem } from '#domain/moves.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Query, writeIn } from '../tenant.ts';
import { type Act, beginAct, noteOutcomes } from './engine/acts.ts';
import { conflictOf } from './engine/conflict.ts';
import { changesOf, decide } from './engine/decide.ts';
import { closedRefusals, leavingRefusals, moveBetween } from './engine/own-phones.ts';
import { problemsOf, readPhones } from './engine/phones.ts';
import { holdOrder, type OrderNow, seenOf } from './engine/read-orders.ts';
import { recordChanges, writeEvents } from './engine/record-changes.ts';
import { readContext, STAFF } from './engine/staff.ts';
import type { NumbersProblem, SeenOrder, SplitResult } from './order.ts';

/**
 * Takes numbers (in any format) out of an open order into a new one of the same request, with the same fields and, if
 * wanted, a move of the new order in the same step. Throws NotFound when there is no such order.
 */
export async function splitOrder(
  viewer: Viewer,
  { order: seen, phones: texts, move }: { order: SeenOrder; phones: readonly string[]; move?: Move },
  now: Date,
): Promise<SplitResult> {
  demand(viewer, move?.correction ? 'orders.correct' : 'orders.move');
  return writeIn(STAFF, async (query) => {
    const order = await holdOrder(query, seen);
    if (order.version !== seen.version) return conflictOf(query, seen);
    const { phones, refusals } = readPhones(texts);
    refusals.push(...closedRefusals(order), ...(await leavingRefusals(query, order, phones)));
    const problems: (MoveProblem | NumbersProblem)[] = problemsOf('phones', refusals);
    const part = { ...order, state: { ...order.state, numbers: phones.length } };
    const context = await readContext(query, viewer, pacificDate(now));
    const decided = move && decide(part, move, context);
    if (decided?.decision.kind === 'refused') problems.push(...decided.decision.problems);
    if (problems.length > 0) return { kind: 'refused', problems };

    const what = { phones: phones.length, move };
    const act = await beginAct(query, viewer, { kind: 'split', what, now, applied: true });
    const made = await makeOrder(query, act, order, phones);
    if (decided) await recordChanges(query, act, changesOf([{ ...decided, order: { ...part, ...made } }]));
    await noteOutcomes(
      query,
      act,
      [seen, made].map((each) => ({ ...seenOf(each), outcome: 'changed' })),
    );
    return { kind: 'changed', actId: act.id, newOrderId: made.orderId, version: order.version + 1 };
  });
}

async function makeOrder(
  query: Query,
  act: Act,
  order: OrderNow,
  phones: readonly PhoneNumber[],
): Promise<SeenOrder> {
  const { partnerId } = order;
  const [made] = await query<{ orderId: number }>(COPY, [partnerId, order.orderId, act.now]);
  if (!made) throw new Error('The new order was not made.');
  const { orderId } = made;
  await moveBetween(query, act, { from: order, to: orderId, phones });
  const changes = [
    { field: 'detailedStatus', from: null, to: order.state.detailedStatus },
    { field: 'numbers', from: 0, to: phones.length },
    { field: 'order', from: order.orderId, to: orderId },
  ];
  await writeEvents(query, act, [
    {
      ...{ partnerId, orderId, kind: 'created', changes, note: null, visible: true, numbers: phones },
      ...{ version: 1, statusSinceWas: null },
    },
  ]);
  return { partnerId, orderId, version: 1 };
}

const COPIED = `partner_id, request_id, account_id, toll_free, detailed_status, status_since, priority, submitted_on,
  estimated_on, foc_on, foc_moves, foc_time, created_on, requested_on, approved_on, location, coordinator, reject_reason`;

const COPY = `
  INSERT INTO port_order (${COPIED}, updated_at)
  SELECT ${COPIED}, $3 FROM port_order WHERE partner_id = $1 AND id = $2
  RETURNING id AS "orderId"`;
