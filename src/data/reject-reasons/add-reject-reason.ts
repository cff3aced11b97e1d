import { adminChanges } from '#domain/admin-event.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';
import { type RejectReasonText, standsAlready } from './reject-reason.ts';

export type AddedReason = { added: true; id: number } | { added: false; because: 'reason-taken' };

/** Offers a reason from now on. Its wording stands once, retired or not, in whatever case. */
export async function addRejectReason(viewer: Viewer, text: RejectReasonText): Promise<AddedReason> {
  demand(viewer, 'reject-reasons.change');
  return writeIn({ role: 'portal_staff' }, async (query) => {
    if (await standsAlready(query, text.reason, null)) return { added: false, because: 'reason-taken' };
    const [added] = await query<{ id: number }>(
      'INSERT INTO reject_reason (reason, next_step, turn) VALUES ($1, $2, $3) RETURNING id',
      [text.reason, text.nextStep, text.turn],
    );
    if (!added) throw new Error('No reject reason was inserted.');
    await recordAdmin(query, viewer, {
      kind: 'reject-reason-added',
      subject: text.reason,
      changes: adminChanges({}, text),
    });
    return { added: true, id: added.id };
  });
}
