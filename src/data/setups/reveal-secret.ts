import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';

export type SecretAsked = { partnerId: number; transferId: number; field: 'account-number' | 'pin' };

/**
 * The cipher text of a transfer's account number or PIN, for who is going to look at it: that is recorded first, with the
 * address the request came from. The porting team sees those that were submitted. Throws NotFound, also when there is none.
 */
export async function revealSecret(
  viewer: Viewer,
  { partnerId, transferId, field }: SecretAsked,
  { address, now }: { address: string; now: Date },
): Promise<string> {
  demand(viewer, 'secrets.reveal');
  if (viewer.role === 'system') throw new NotFound('secret');
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const [found] = await query<{ secret: string | null; submitted: boolean }>(
      `SELECT ${field === 'pin' ? 'pin' : 'account_number'} AS secret, submitted_at IS NOT NULL AS submitted
       FROM setup_transfer WHERE partner_id = $1 AND id = $2`,
      [partnerId, transferId],
    );
    if (!found?.secret || (viewer.role !== 'partner' && !found.submitted)) throw new NotFound('secret');
    await query(
      `INSERT INTO secret_reveal (partner_id, transfer_id, field, at, actor_id, actor, address)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [partnerId, transferId, field, now, viewer.userId, viewer.name, address],
    );
    return found.secret;
  });
}
