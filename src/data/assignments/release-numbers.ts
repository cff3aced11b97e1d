import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import type { OwnNumber } from './assignment.ts';
import { partnerUser } from './engine/partner-user.ts';
import { recordNumberEvents } from './engine/record-events.ts';

/** An assignment as somebody saw it: its batch is another one as soon as it is changed. */
export type SeenAssignment = OwnNumber & { batchId: string };

/**
 * Takes numbers back from whoever has them. One that somebody changed or released in the meantime stays as it is. Returns
 * how many were released.
 */
export async function releaseNumbers(
  viewer: Viewer,
  numbers: readonly SeenAssignment[],
  now: Date,
): Promise<number> {
  demand(viewer, 'numbers.assign');
  const user = partnerUser(viewer);
  return writeIn(scopeOf(viewer, user.partnerId), async (query) => {
    const released = await query<OwnNumber & { assignedTo: string | null }>(
      `DELETE FROM number_assignment a
       USING unnest($2::text[], $3::text[], $4::uuid[]) AS w (request_id, phone, batch_id)
       WHERE a.partner_id = $1 AND a.request_id = w.request_id AND a.phone = w.phone AND a.batch_id = w.batch_id
       RETURNING a.request_id AS "requestId", a.phone, a.assigned_to AS "assignedTo"`,
      [
        user.partnerId,
        numbers.map(({ requestId }) => requestId),
        numbers.map(({ phone }) => phone),
        numbers.map(({ batchId }) => batchId),
      ],
    );
    const told = released.map(({ requestId, phone, assignedTo }) => ({
      ...{ requestId, phone },
      note: assignedTo === null ? null : `It was assigned to ${assignedTo}.`,
    }));
    await recordNumberEvents(query, user, 'released', told, now);
    return released.length;
  });
}
