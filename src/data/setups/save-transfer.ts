import { demand } from '#domain/permissions.ts';
import type { Timing } from '#domain/setup.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { touchSetup } from './engine/hold-setup.ts';
import { holdTransfer } from './engine/hold-transfer.ts';
import { partnerOf } from './engine/partner.ts';
import type { SetupTransfer } from './setup.ts';

/** What is written of a transfer. Secrets come encrypted; one that is not given stays, null takes it away. */
export type TransferChange = {
  carrier: string;
  serviceAddress: string | null;
  authorisedName: string | null;
  timing: Timing | null;
  pasted: string;
  accountNumber?: string | null;
  pin?: string | null;
};

export type TransferSaved =
  | { kind: 'saved'; version: number; at: Date }
  /** Somebody changed it since it was seen, perhaps in another tab: how it is now. */
  | { kind: 'conflict'; transfer: SetupTransfer }
  /** It was submitted meanwhile, and stays as it was submitted. */
  | { kind: 'submitted'; requestId: string };

/** Saves a transfer that is not submitted, as far as it is. Throws NotFound. */
export async function saveTransfer(
  viewer: Viewer,
  { id, version, change }: { id: number; version: number; change: TransferChange },
  now: Date,
): Promise<TransferSaved> {
  demand(viewer, 'setups.change');
  const { partnerId } = partnerOf(viewer);
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const { setup, transfer } = await holdTransfer(query, partnerId, id);
    if (transfer.requestId !== null) return { kind: 'submitted', requestId: transfer.requestId };
    if (transfer.version !== version) return { kind: 'conflict', transfer };
    const { carrier, serviceAddress, authorisedName, timing, pasted } = change;
    const { accountNumber = transfer.accountNumber, pin = transfer.pin } = change;
    await query(
      `UPDATE setup_transfer SET carrier = $3, service_address = $4, authorised_name = $5, timing = $6, pasted = $7,
         account_number = $8, pin = $9, updated_at = $10, version = version + 1
       WHERE partner_id = $1 AND id = $2`,
      [partnerId, id, carrier, serviceAddress, authorisedName, timing, pasted, accountNumber, pin, now],
    );
    await touchSetup(query, setup, now);
    return { kind: 'saved', version: version + 1, at: now };
  });
}
