import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import type { OwnNumber } from './assignment.ts';
import { partnerUser } from './engine/partner-user.ts';
import { ALERTS, ASSIGNED, SEEN_NOW } from './engine/standing.ts';

/** Numbers as they were looked at (`seenNow` of the list), or all that the page of that moment knew of. */
export type LookedAt = { numbers: readonly (OwnNumber & { seenNow: string })[] } | { allAsOf: Date };

/**
 * Records that somebody looked at assigned numbers that are no longer safe, so that nothing warns of them until they
 * change again. What has changed since it was looked at goes on to alert. Returns how many were looked at.
 */
export async function lookAtUnsafe(viewer: Viewer, looked: LookedAt): Promise<number> {
  demand(viewer, 'numbers.assign');
  const { partnerId } = partnerUser(viewer);
  const all = 'allAsOf' in looked;
  const numbers = all ? [] : looked.numbers;
  const rows = await writeIn(scopeOf(viewer, partnerId), (query) =>
    query<OwnNumber>(
      `UPDATE number_assignment mine SET seen_as = looked.seen
       FROM (
         SELECT s.request_id, s.phone, ${SEEN_NOW} AS seen FROM ${ASSIGNED}
         ${all ? '' : 'JOIN unnest($2::text[], $3::text[], $4::text[]) AS w (request_id, phone, seen) ON w.request_id = s.request_id AND w.phone = s.phone'}
         WHERE s.partner_id = $1 AND ${ALERTS}
           AND ${all ? '(o.updated_at IS NULL OR o.updated_at <= $2)' : `w.seen = ${SEEN_NOW}`}
       ) looked
       WHERE mine.partner_id = $1 AND mine.request_id = looked.request_id AND mine.phone = looked.phone
       RETURNING mine.request_id AS "requestId", mine.phone`,
      all
        ? [partnerId, looked.allAsOf]
        : [
            partnerId,
            numbers.map(({ requestId }) => requestId),
            numbers.map(({ phone }) => phone),
            numbers.map(({ seenNow }) => seenNow),
          ],
    ),
  );
  return rows.length;
}
