import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';

/**
 * Makes a link lead nowhere from now on; the row keeps who did and when. False when it was withdrawn before, which stays as
 * it was. Throws NotFound for a link that is not the partner's.
 */
export async function withdrawLink(viewer: Viewer, id: string, now: Date): Promise<boolean> {
  demand(viewer, 'requests.share');
  if (viewer.role !== 'partner') throw new NotFound('links');
  return writeIn(scopeOf(viewer, viewer.partnerId), async (query) => {
    const [link] = await query<{ withdrawn: boolean }>(
      `SELECT withdrawn_at IS NOT NULL AS withdrawn FROM request_link WHERE partner_id = $1 AND id = $2 FOR UPDATE`,
      [viewer.partnerId, id],
    );
    if (!link) throw new NotFound('link');
    if (link.withdrawn) return false;
    await query(
      'UPDATE request_link SET withdrawn_at = $3, withdrawn_by = $4 WHERE partner_id = $1 AND id = $2',
      [viewer.partnerId, id, now, viewer.name],
    );
    return true;
  });
}
