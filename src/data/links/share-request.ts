import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import { requestLinkExpiry } from '#domain/request-link.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';

/**
 * Makes a link by which whoever has it follows one request of the partner, for so many days from `now`. Only the SHA-256
 * of its token is kept, in hex. Throws NotFound for a request that is not the partner's or holds no numbers.
 */
export async function shareRequest(
  viewer: Viewer,
  link: { requestId: string; tokenHash: string; days: number },
  now: Date,
): Promise<{ id: string; expiresAt: Date }> {
  demand(viewer, 'requests.share');
  if (viewer.role !== 'partner') throw new NotFound('links');
  const expiresAt = requestLinkExpiry(now, link.days);
  return writeIn(scopeOf(viewer, viewer.partnerId), async (query) => {
    const [made] = await query<{ id: string }>(
      `INSERT INTO request_link (partner_id, request_id, token_hash, at, actor_id, actor, expires_at)
       SELECT r.partner_id, r.id, $3, $4, $5, $6, $7 FROM port_request r
       WHERE r.partner_id = $1 AND r.id = $2 AND EXISTS (
         SELECT FROM port_order o WHERE o.partner_id = r.partner_id AND o.request_id = r.id AND o.number_count > 0)
       RETURNING id`,
      [viewer.partnerId, link.requestId, link.tokenHash, now, viewer.userId, viewer.name, expiresAt],
    );
    if (!made) throw new NotFound('request');
    return { id: made.id, expiresAt };
  });
}
