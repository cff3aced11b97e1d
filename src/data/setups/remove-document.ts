import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { touchSetup } from './engine/hold-setup.ts';
import { holdTransfer } from './engine/hold-transfer.ts';
import { partnerOf } from './engine/partner.ts';

/** Takes a paper from a transfer. False when the transfer is submitted: its papers stay. Throws NotFound. */
export async function removeDocument(
  viewer: Viewer,
  { transferId, id }: { transferId: number; id: string },
  now: Date,
): Promise<boolean> {
  demand(viewer, 'setups.change');
  const { partnerId } = partnerOf(viewer);
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const { setup, transfer } = await holdTransfer(query, partnerId, transferId);
    if (!transfer.documents.some((document) => document.id === id)) throw new NotFound('document');
    if (transfer.requestId !== null) return false;
    await query('DELETE FROM document WHERE partner_id = $1 AND id = $2', [partnerId, id]);
    await touchSetup(query, setup, now);
    return true;
  });
}
