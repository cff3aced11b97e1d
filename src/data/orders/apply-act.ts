import type { Move } from '#domain/moves.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Query, writeIn } from '../tenant.ts';
import type { ActProgress } from './act.ts';
import { holdAct, noteOutcomes, type Outcome, type StoredAct } from './engine/acts.ts';
import { becauseOf, changesOf, decide, type MovesAsked, moveOf } from './engine/decide.ts';
import { listOutcomes } from './engine/outcomes.ts';
import { lockOrders, readOrders, seenOf } from './engine/read-orders.ts';
import { recordChanges } from './engine/record-changes.ts';
import { readContext, STAFF } from './engine/staff.ts';
import { changesSince, sinceSentence } from './engine/who-changed.ts';
import type { SeenOrder } from './order.ts';

const BATCH = 1_000;
/** A preview holds for so long: days that were to come may be past by then. */
const GOOD_FOR = 12 * 60 * 60 * 1000;

/**
 * Applies the next 1,000 orders of an act that its own actor previewed, in one transaction: call it again until it is
 * done. An order that somebody changed since the preview is left as it is and told. Safe to repeat, to take up after a
 * fault, and to be called twice at once.
 */
export async function applyAct(viewer: Viewer, actId: string, now: Date): Promise<ActProgress> {
  demand(viewer, 'orders.move');
  return writeIn(STAFF, async (query) => {
    const act = await holdAct(query, viewer, actId, now);
    if (act.appliedAt === null) await applyBatch(query, viewer, act);
    return progressOf(query, act);
  });
}

type Ready = SeenOrder & { target: Move | null };

async function applyBatch(query: Query, viewer: Viewer, act: StoredAct): Promise<void> {
  const batch = await query<Ready>(
    `SELECT partner_id AS "partnerId", order_id AS "orderId", version, target FROM desk_act_order
     WHERE act_id = $1 AND outcome = 'ready' ORDER BY partner_id, order_id LIMIT ${BATCH}`,
    [act.id],
  );
  const stale = act.now.getTime() - act.at.getTime() > GOOD_FOR;
  await noteOutcomes(query, act, stale ? expired(act, batch) : await change(query, viewer, act, batch));
  await query(
    `UPDATE desk_act SET applied_at = $2
     WHERE id = $1 AND NOT EXISTS (SELECT FROM desk_act_order WHERE act_id = $1 AND outcome = 'ready')`,
    [act.id, act.now],
  );
}

async function change(
  query: Query,
  viewer: Viewer,
  act: StoredAct,
  batch: readonly Ready[],
): Promise<Outcome[]> {
  const asked = act.what as MovesAsked;
  const context = await readContext(query, viewer, asked.today);
  await lockOrders(query, batch);
  const orders = await readOrders(query, batch);
  const conflicts = batch.filter(({ orderId, version }) => orders.get(orderId)?.version !== version);
  const since = await changesSince(query, conflicts);
  const decided = batch.flatMap(({ orderId, version, target }) => {
    const order = orders.get(orderId);
    const move = target ?? asked.move;
    return order?.version === version && move ? [decide(order, moveOf(act.kind, move), context)] : [];
  });
  await recordChanges(query, act, changesOf(decided));
  return [
    ...conflicts.map((ref) => conflict(ref, sinceSentence(since.get(ref.orderId)))),
    ...decided.map(({ order, decision }): Outcome => {
      const because = becauseOf(decision);
      if (because !== null) return conflict(order, because);
      return { ...seenOf(order), outcome: decision.kind === 'change' ? 'changed' : 'unchanged' };
    }),
  ];
}

function expired(act: StoredAct, batch: readonly Ready[]): Outcome[] {
  const because = `The preview is from ${formatMoment(act.at)}, which is too long ago: make a new one.`;
  return batch.map((ref) => conflict(ref, because));
}

function conflict(order: SeenOrder, because: string): Outcome {
  return { ...seenOf(order), outcome: 'conflict', because };
}

type Counts = Pick<ActProgress, 'changed' | 'remaining' | 'conflictCount'>;

async function progressOf(query: Query, act: StoredAct): Promise<ActProgress> {
  const [counted] = await query<Counts>(
    `SELECT count(*) FILTER (WHERE outcome = 'changed')::integer AS changed,
       count(*) FILTER (WHERE outcome = 'ready')::integer AS remaining,
       count(*) FILTER (WHERE outcome = 'conflict')::integer AS "conflictCount"
     FROM desk_act_order WHERE act_id = $1`,
    [act.id],
  );
  const counts = counted ?? { changed: 0, remaining: 0, conflictCount: 0 };
  const conflicts = counts.conflictCount === 0 ? [] : await listOutcomes(query, act, 'conflict');
  return { done: counts.remaining === 0, ...counts, conflicts };
}
