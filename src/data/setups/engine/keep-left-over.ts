import type { Query } from '../../tenant.ts';
import type { SetupTransfer } from '../setup.ts';
import type { HeldSetup } from './hold-setup.ts';

export type KeepLeftOver = {
  setup: HeldSetup;
  transfer: SetupTransfer;
  /** What is still to be mended, as it stands in the box. */
  rest: string;
  now: Date;
  /** Encrypts a secret of one transfer for another: a cipher text opens at its own place alone. */
  reseal: (
    sealed: string,
    from: { partnerId: number; transferId: number; field: 'account-number' | 'pin' },
    toTransferId: number,
  ) => string;
};

/** Keeps what of a transfer could not be submitted, in a draft of its own with what is known of the carrier. */
export async function keepLeftOver(
  query: Query,
  { setup, transfer, rest, now, reseal }: KeepLeftOver,
): Promise<void> {
  const { partnerId } = setup;
  const { carrier, serviceAddress, authorisedName, timing } = transfer;
  const [made] = await query<{ id: number }>(
    `INSERT INTO setup_transfer (partner_id, setup_id, carrier, service_address, authorised_name, timing, pasted, at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING id`,
    [partnerId, setup.id, carrier, serviceAddress, authorisedName, timing, rest, now],
  );
  if (!made) throw new Error('The rest was not kept.');
  const sealed = (text: string | null, field: 'account-number' | 'pin') =>
    text === null ? null : reseal(text, { partnerId, transferId: transfer.id, field }, made.id);
  await query('UPDATE setup_transfer SET account_number = $3, pin = $4 WHERE partner_id = $1 AND id = $2', [
    partnerId,
    made.id,
    sealed(transfer.accountNumber, 'account-number'),
    sealed(transfer.pin, 'pin'),
  ]);
}
