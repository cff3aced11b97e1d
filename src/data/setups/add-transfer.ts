import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { holdSetup, touchSetup } from './engine/hold-setup.ts';
import { partnerOf } from './engine/partner.ts';
import { readTransfers } from './engine/read-transfers.ts';
import type { SetupTransfer } from './setup.ts';

/** Begins another transfer of a set-up, from another carrier. Throws NotFound. */
export async function addTransfer(viewer: Viewer, setupId: number, now: Date): Promise<SetupTransfer> {
  demand(viewer, 'setups.change');
  const { partnerId } = partnerOf(viewer);
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const setup = await holdSetup(query, partnerId, setupId);
    const [made] = await query<{ id: number }>(
      'INSERT INTO setup_transfer (partner_id, setup_id, at, updated_at) VALUES ($1, $2, $3, $3) RETURNING id',
      [partnerId, setupId, now],
    );
    await touchSetup(query, setup, now);
    const [transfer] = await readTransfers(query, partnerId, { transferId: made?.id ?? 0 });
    if (!transfer) throw new Error('The transfer was not made.');
    return transfer;
  });
}
