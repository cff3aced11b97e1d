import 'server-only';
import type { SetupNumberOrder, SetupTransfer } from '#data/setups/setup.ts';
import { documentPath } from '#domain/documents.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { requestStatus } from '#domain/request-status.ts';
import { maskSealed, type SecretField } from '#server/secret-text.ts';
import type { NumberOrderView, TransferView } from './setup-view.ts';

/** A transfer as its partner's browser is told of it: the secrets masked. */
export function transferView(partnerId: number, transfer: SetupTransfer): TransferView {
  const { id, version, carrier, timing, pasted, requestId, documents, orders } = transfer;
  const masked = (sealed: string | null, field: SecretField) =>
    sealed === null ? null : maskSealed(sealed, { partnerId, transferId: id, field });
  const standing = requestId === null ? null : requestStatus(orders);
  const waitsForLoa = orders.some(({ detailedStatus }) => detailedStatus === 'waiting-for-loa');
  return {
    ...{ id, version, carrier, timing, pasted, requestId },
    accountNumber: masked(transfer.accountNumber, 'account-number'),
    pin: masked(transfer.pin, 'pin'),
    serviceAddress: transfer.serviceAddress ?? '',
    authorisedName: transfer.authorisedName ?? '',
    savedAt: formatMoment(transfer.updatedAt),
    documents: documents.map(({ at: _, ...document }) => ({ ...document, href: documentPath(document.id) })),
    standing: standing && { ...standing, waitsForLoa },
  };
}

/** An order of new numbers as its partner's browser is told of it. */
export function numberOrderView(order: SetupNumberOrder): NumberOrderView {
  const { id, tollFree, areaCode, city, quantity, state, phones, because, decidedAt } = order;
  const decided = decidedAt && formatMoment(decidedAt);
  return { id, tollFree, areaCode, city, quantity, state, phones, because, decided };
}
