import { NotFound } from '#domain/not-found.ts';
import type { Query } from '../../tenant.ts';
import type { SetupTransfer } from '../setup.ts';
import { type HeldSetup, holdSetup } from './hold-setup.ts';
import { readTransfers } from './read-transfers.ts';

/** A transfer of a partner and its set-up, held until the transaction ends. Throws NotFound. */
export async function holdTransfer(
  query: Query,
  partnerId: number,
  transferId: number,
): Promise<{ setup: HeldSetup; transfer: SetupTransfer }> {
  const [found] = await query<{ setupId: number }>(
    'SELECT setup_id AS "setupId" FROM setup_transfer WHERE partner_id = $1 AND id = $2',
    [partnerId, transferId],
  );
  if (!found) throw new NotFound('transfer');
  const setup = await holdSetup(query, partnerId, found.setupId);
  // Read once the set-up is held: what another transaction did to it is visible then.
  const [transfer] = await readTransfers(query, partnerId, { transferId });
  if (!transfer) throw new NotFound('transfer');
  return { setup, transfer };
}
