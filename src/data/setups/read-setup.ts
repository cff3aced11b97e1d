import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { partnerOf } from './engine/partner.ts';
import { readTransfers } from './engine/read-transfers.ts';
import { NUMBER_ORDER, SETUP } from './engine/setup-columns.ts';
import type { Setup, SetupDetail, SetupNumberOrder } from './setup.ts';

/** One set-up with its transfers and orders of new numbers. Throws NotFound. */
export async function readSetup(viewer: Viewer, id: number): Promise<SetupDetail> {
  demand(viewer, 'setups.read');
  const { partnerId } = partnerOf(viewer);
  return readIn(scopeOf(viewer, partnerId), async (query) => {
    const [setup] = await query<Setup>(
      `SELECT ${SETUP} FROM unite_setup s JOIN account a ON a.partner_id = s.partner_id AND a.id = s.account_id
       WHERE s.partner_id = $1 AND s.id = $2`,
      [partnerId, id],
    );
    if (!setup) throw new NotFound('set-up');
    const transfers = await readTransfers(query, partnerId, { setupId: id });
    const numberOrders = await query<SetupNumberOrder>(
      `SELECT ${NUMBER_ORDER} FROM number_order n WHERE n.partner_id = $1 AND n.setup_id = $2 ORDER BY n.id`,
      [partnerId, id],
    );
    return { ...setup, transfers, numberOrders };
  });
}
