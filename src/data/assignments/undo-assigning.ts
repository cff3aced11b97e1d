import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { partnerUser } from './engine/partner-user.ts';
import { recordNumberEvents } from './engine/record-events.ts';

/**
 * Takes a batch of the viewer's own back: each of its numbers that nobody has released or renamed since. Returns how many;
 * safe to repeat.
 */
export async function undoAssigning(viewer: Viewer, batchId: string, now: Date): Promise<number> {
  demand(viewer, 'numbers.assign');
  const user = partnerUser(viewer);
  return writeIn(scopeOf(viewer, user.partnerId), async (query) => {
    const taken = await query<{ requestId: string; phone: string }>(
      `DELETE FROM number_assignment WHERE partner_id = $1 AND batch_id = $2 AND actor_id = $3
       RETURNING request_id AS "requestId", phone`,
      [user.partnerId, batchId, user.userId],
    );
    const note = 'Taken back at once.';
    await recordNumberEvents(
      query,
      user,
      'released',
      taken.map((each) => ({ ...each, note })),
      now,
    );
    return taken.length;
  });
}
