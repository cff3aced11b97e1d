import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { touchSetup } from './engine/hold-setup.ts';
import { holdTransfer } from './engine/hold-transfer.ts';
import { partnerOf } from './engine/partner.ts';
import type { TransferSaved } from './save-transfer.ts';

export type TransferRemoved = { kind: 'removed' } | Exclude<TransferSaved, { kind: 'saved' }>;

/** Removes a transfer that is not submitted, and its papers with it. Throws NotFound. */
export async function removeTransfer(
  viewer: Viewer,
  { id, version }: { id: number; version: number },
  now: Date,
): Promise<TransferRemoved> {
  demand(viewer, 'setups.change');
  const { partnerId } = partnerOf(viewer);
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const { setup, transfer } = await holdTransfer(query, partnerId, id);
    if (transfer.requestId !== null) return { kind: 'submitted', requestId: transfer.requestId };
    if (transfer.version !== version) return { kind: 'conflict', transfer };
    await query('DELETE FROM setup_transfer WHERE partner_id = $1 AND id = $2', [partnerId, id]);
    await touchSetup(query, setup, now);
    return { kind: 'removed' };
  });
}
