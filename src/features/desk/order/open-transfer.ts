import 'server-only';
import type { OrderDetail } from '#data/orders/order.ts';
import { readRequestTransfer } from '#data/setups/read-request-transfer.ts';
import type { Viewer } from '#domain/viewer.ts';
import { maskSealed, type SecretField } from '#server/secret-text.ts';
import type { OrderView } from './order-view.ts';

/** What came with an order's request from the set-up of its account, as the browser is told of it: the secrets masked. */
export async function openTransfer(viewer: Viewer, order: OrderDetail): Promise<OrderView['transfer']> {
  const { partnerId, requestId } = order;
  const found = await readRequestTransfer(viewer, { partnerId, requestId });
  if (!found) return null;
  const { orders: _, pasted: __, accountNumber, pin, ...transfer } = found;
  const masked = (sealed: string | null, field: SecretField) =>
    sealed === null ? null : maskSealed(sealed, { partnerId, transferId: transfer.id, field });
  return { ...transfer, accountNumber: masked(accountNumber, 'account-number'), pin: masked(pin, 'pin') };
}
