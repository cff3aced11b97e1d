import type { WantedNumbers } from '#domain/number-order.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { holdSetup, touchSetup } from './engine/hold-setup.ts';
import { partnerOf } from './engine/partner.ts';
import { NUMBER_ORDER } from './engine/setup-columns.ts';
import type { SetupNumberOrder } from './setup.ts';

/** Most orders of new numbers that wait to be submitted with one set-up. */
export const MOST_DRAFT_ORDERS = 50;

/** Asks for new numbers with a set-up: a draft until it is submitted. Null when there are too many. Throws NotFound. */
export async function orderNumbers(
  viewer: Viewer,
  { setupId, wanted, quantity }: { setupId: number; wanted: WantedNumbers; quantity: number },
  now: Date,
): Promise<SetupNumberOrder | null> {
  demand(viewer, 'setups.change');
  const { partnerId, userId, name } = partnerOf(viewer);
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const setup = await holdSetup(query, partnerId, setupId);
    const [drafts] = await query<{ n: number }>(
      `SELECT count(*) AS n FROM number_order WHERE partner_id = $1 AND setup_id = $2 AND state = 'draft'`,
      [partnerId, setupId],
    );
    if ((drafts?.n ?? 0) >= MOST_DRAFT_ORDERS) return null;
    const [made] = await query<SetupNumberOrder>(
      `INSERT INTO number_order AS n (partner_id, account_id, setup_id, toll_free, area_code, city, quantity, at,
         actor_id, actor)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${NUMBER_ORDER}`,
      [
        ...[partnerId, setup.accountId, setupId, wanted.tollFree, wanted.areaCode, wanted.city],
        ...[quantity, now, userId, name],
      ],
    );
    if (!made) throw new Error('The order of new numbers was not made.');
    await touchSetup(query, setup, now);
    return made;
  });
}
