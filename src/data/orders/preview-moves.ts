import { pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import type { ActPreview, Asked, PreviewedKind } from './act.ts';
import { beginAct, noteOutcomes } from './engine/acts.ts';
import { type Decided, decide, type MovesAsked, moveOf, previewed, refusal } from './engine/decide.ts';
import { readOrders } from './engine/read-orders.ts';
import { readContext, STAFF } from './engine/staff.ts';
import { summary } from './engine/summary.ts';
import { wantedOf } from './engine/wanted.ts';

/**
 * Decides moves of many orders and stores what will become of each, without changing any: `applyAct` does that. An act of
 * kind correction makes each of its moves one. Of those that match a filter it takes the first 20,000. Throws NotFound for
 * an order that is not there.
 */
export async function previewMoves(
  viewer: Viewer,
  asked: Asked,
  now: Date,
  kind: PreviewedKind = 'move',
): Promise<ActPreview> {
  demand(viewer, PERMISSIONS[kind]);
  return writeIn(STAFF, async (query) => {
    const context = await readContext(query, viewer, pacificDate(now));
    const { wanted, beyond } = await wantedOf(query, asked, context);
    const orders = await readOrders(query, wanted);
    const decided = wanted.flatMap(({ orderId, move, contradicted }): Decided[] => {
      const order = orders.get(orderId);
      if (!order) return [];
      if (contradicted) return [{ order, move, decision: refusal('Two different things are asked of it.') }];
      return [decide(order, moveOf(kind, move), context)];
    });
    const what: MovesAsked = { today: context.today, move: 'move' in asked ? asked.move : null };
    const act = await beginAct(query, viewer, { kind, what, now, applied: false });
    await noteOutcomes(
      query,
      act,
      decided.map((each) => previewed(each, what.move === null)),
    );
    return { actId: act.id, ...summary(decided, beyond) };
  });
}

const PERMISSIONS = {
  move: 'orders.move',
  correction: 'orders.correct',
  upload: 'uploads.apply',
} as const;
