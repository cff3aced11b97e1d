import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { holdSetup, touchSetup } from './engine/hold-setup.ts';
import { partnerOf } from './engine/partner.ts';

/** Takes an order of new numbers out of a set-up. False when it is a draft no more, or gone. Throws NotFound. */
export async function removeNumberOrder(
  viewer: Viewer,
  { setupId, id }: { setupId: number; id: number },
  now: Date,
): Promise<boolean> {
  demand(viewer, 'setups.change');
  const { partnerId } = partnerOf(viewer);
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const setup = await holdSetup(query, partnerId, setupId);
    const gone = await query(
      `DELETE FROM number_order WHERE partner_id = $1 AND setup_id = $2 AND id = $3 AND state = 'draft' RETURNING id`,
      [partnerId, setupId, id],
    );
    if (gone.length === 0) return false;
    await touchSetup(query, setup, now);
    return true;
  });
}
