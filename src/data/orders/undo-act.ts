import { formatMoment } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Query, writeIn } from '../tenant.ts';
import type { Undone } from './act.ts';
import { holdAct, type StoredAct } from './engine/acts.ts';
import { listOutcomes } from './engine/outcomes.ts';
import { STAFF } from './engine/staff.ts';
import { takeBack } from './engine/take-back.ts';

/** For so long after it was done, an act can be undone by whoever did it. In milliseconds. */
export const UNDO_WITHIN = 30_000;

/**
 * Puts every field back as it was before an act of the viewer's own, in one transaction, where nobody has changed the
 * order since; the others are kept and told. Numbers that were split off or moved go back too. Safe to repeat.
 */
export async function undoAct(viewer: Viewer, actId: string, now: Date): Promise<Undone> {
  demand(viewer, 'orders.move');
  return writeIn(STAFF, async (query) => {
    const act = await holdAct(query, viewer, actId, now);
    if (act.undoneAt !== null) return cameOf(query, act);
    const because = whyNot(act);
    if (because !== null) return { kind: 'refused', because };
    await takeBack(query, act);
    await query('UPDATE desk_act SET undone_at = $2 WHERE id = $1', [act.id, now]);
    return cameOf(query, act);
  });
}

function whyNot({ kind, what, appliedAt, now }: StoredAct): string | null {
  if (kind === 'note') return 'A note stays.';
  if (kind === 'numbers' && what.verb !== 'move')
    return 'Numbers that were added or taken out are put right by hand.';
  if (appliedAt === null) return 'It is not finished yet.';
  if (now.getTime() - appliedAt.getTime() <= UNDO_WITHIN) return null;
  return `It was done ${formatMoment(appliedAt)}: only what was done in the last ${UNDO_WITHIN / 1000} seconds can be undone.`;
}

async function cameOf(query: Query, act: StoredAct): Promise<Undone> {
  const [counted] = await query<{ undone: number; kept: number }>(
    `SELECT count(*) FILTER (WHERE outcome = 'undone')::integer AS undone,
       count(*) FILTER (WHERE outcome = 'kept')::integer AS kept
     FROM desk_act_order WHERE act_id = $1`,
    [act.id],
  );
  const { undone, kept } = counted ?? { undone: 0, kept: 0 };
  return { kind: 'undone', undone, keptCount: kept, kept: await listOutcomes(query, act, 'kept') };
}
