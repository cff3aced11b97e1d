import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { partnerUser } from './engine/partner-user.ts';
import { recordNumberEvents } from './engine/record-events.ts';
import type { SeenAssignment } from './release-numbers.ts';

/**
 * Says whose an assigned number is now, null for nobody by name; since when and by whom it is assigned stays. Returns false
 * when somebody changed or released it in the meantime.
 */
export async function renameAssigned(
  viewer: Viewer,
  { number, assignedTo }: { number: SeenAssignment; assignedTo: string | null },
  now: Date,
): Promise<boolean> {
  demand(viewer, 'numbers.assign');
  const user = partnerUser(viewer);
  return writeIn(scopeOf(viewer, user.partnerId), async (query) => {
    const { requestId, phone, batchId } = number;
    const [was] = await query<{ assignedTo: string | null }>(
      `SELECT assigned_to AS "assignedTo" FROM number_assignment
       WHERE partner_id = $1 AND request_id = $2 AND phone = $3 AND batch_id = $4 FOR UPDATE`,
      [user.partnerId, requestId, phone, batchId],
    );
    if (!was) return false;
    if (was.assignedTo === assignedTo) return true;
    await query(
      `UPDATE number_assignment SET assigned_to = $4, batch_id = gen_random_uuid()
       WHERE partner_id = $1 AND request_id = $2 AND phone = $3`,
      [user.partnerId, requestId, phone, assignedTo],
    );
    const note = [assignedTo ?? 'Nobody by name', ...(was.assignedTo ? [`before: ${was.assignedTo}`] : [])];
    await recordNumberEvents(query, user, 'assigned', [{ requestId, phone, note: note.join(', ') }], now);
    return true;
  });
}
