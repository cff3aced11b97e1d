import { isBlank, type TransferFacts } from '#domain/setup.ts';
import type { SetupTransfer } from '../setup.ts';

/** What the domain has to know of a transfer. */
export function factsOf(transfer: SetupTransfer): TransferFacts {
  const { carrier, accountNumber, serviceAddress, authorisedName, timing } = transfer;
  return { carrier, hasAccountNumber: accountNumber !== null, serviceAddress, authorisedName, timing };
}

/** Whether a transfer waits to be submitted, and somebody has given anything of it. */
export function isDraft(transfer: SetupTransfer): boolean {
  if (transfer.submittedAt !== null) return false;
  const { pasted, pin, documents } = transfer;
  return !isBlank({ ...factsOf(transfer), pasted, hasPin: pin !== null, documents: documents.length });
}
