import type { Move, MoveProblem } from '#domain/moves.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { beginAct, noteOutcomes } from './engine/acts.ts';
import { conflictOf } from './engine/conflict.ts';
import { changesOf, decide, type MovesAsked } from './engine/decide.ts';
import { holdOrder, seenOf } from './engine/read-orders.ts';
import { recordChanges } from './engine/record-changes.ts';
import { readContext, STAFF } from './engine/staff.ts';
import type { ChangeResult, SeenOrder } from './order.ts';

/** Moves one order, gives it a new date, or corrects it, at once. Throws NotFound when there is no such order. */
export async function moveOrder(
  viewer: Viewer,
  { order: seen, move }: { order: SeenOrder; move: Move },
  now: Date,
): Promise<ChangeResult<MoveProblem>> {
  demand(viewer, move.correction ? 'orders.correct' : 'orders.move');
  return writeIn(STAFF, async (query) => {
    const order = await holdOrder(query, seen);
    if (order.version !== seen.version) return conflictOf(query, seen);
    const context = await readContext(query, viewer, pacificDate(now));
    const decided = decide(order, move, context);
    const { decision } = decided;
    if (decision.kind !== 'change') return decision;
    const what: MovesAsked = { today: context.today, move };
    const kind = move.correction ? 'correction' : 'move';
    const act = await beginAct(query, viewer, { kind, what, now, applied: true });
    await recordChanges(query, act, changesOf([decided]));
    await noteOutcomes(query, act, [{ ...seenOf(seen), outcome: 'changed' }]);
    return { kind: 'changed', actId: act.id, version: order.version + 1 };
  });
}
