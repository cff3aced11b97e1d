import { adminChanges } from '#domain/admin-event.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Changed } from '../admin/changed.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';
import { REJECT_REASON, type RejectReason, type RejectReasonText, standsAlready } from './reject-reason.ts';

/** Words a reason anew; `was` is what was seen of it. What orders say already stays as it is. Throws NotFound. */
export async function changeRejectReason(
  viewer: Viewer,
  { id, was, text }: { id: number; was: RejectReasonText; text: RejectReasonText },
): Promise<Changed<'reason-taken'>> {
  demand(viewer, 'reject-reasons.change');
  return writeIn({ role: 'portal_staff' }, async (query) => {
    const taken = await standsAlready(query, text.reason, id);
    const [known] = await query<RejectReason>(
      `SELECT ${REJECT_REASON} FROM reject_reason WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!known) throw new NotFound('reject reason');
    const changes = adminChanges(known, text);
    if (changes.length === 0) return { kind: 'unchanged' };
    if (adminChanges(known, was).length > 0) return { kind: 'refused', because: 'changed-since' };
    if (taken) return { kind: 'refused', because: 'reason-taken' };
    await query('UPDATE reject_reason SET reason = $2, next_step = $3, turn = $4 WHERE id = $1', [
      id,
      text.reason,
      text.nextStep,
      text.turn,
    ]);
    await recordAdmin(query, viewer, { kind: 'reject-reason-changed', subject: known.reason, changes });
    return { kind: 'changed' };
  });
}
