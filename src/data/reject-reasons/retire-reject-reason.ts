import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Changed } from '../admin/changed.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';

/** Offers a reason no more, or with `retired` false again. Orders that say it go on saying it. Throws NotFound. */
export async function retireRejectReason(
  viewer: Viewer,
  { id, retired }: { id: number; retired: boolean },
): Promise<Changed> {
  demand(viewer, 'reject-reasons.change');
  return writeIn({ role: 'portal_staff' }, async (query) => {
    const [known] = await query<{ reason: string; retired: boolean }>(
      'SELECT reason, retired FROM reject_reason WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (!known) throw new NotFound('reject reason');
    if (known.retired === retired) return { kind: 'unchanged' };
    await query('UPDATE reject_reason SET retired = $2 WHERE id = $1', [id, retired]);
    await recordAdmin(query, viewer, {
      kind: retired ? 'reject-reason-retired' : 'reject-reason-restored',
      subject: known.reason,
    });
    return { kind: 'changed' };
  });
}
