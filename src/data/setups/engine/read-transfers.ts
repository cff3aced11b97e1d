import type { OrderOfRequest } from '#domain/request-status.ts';
import type { Query } from '../../tenant.ts';
import type { SetupDocument, SetupTransfer } from '../setup.ts';

const TRANSFER = `
  t.id, t.version, t.carrier, t.account_number AS "accountNumber", t.pin, t.service_address AS "serviceAddress",
  t.authorised_name AS "authorisedName", t.timing, t.pasted, t.updated_at AS "updatedAt", t.submitted_at AS "submittedAt",
  t.request_id AS "requestId"`;

type Which = { setupId: number } | { transferId: number } | { requestId: string };

/** Transfers of a partner, the oldest first, with their papers and the orders that they became. */
export async function readTransfers(query: Query, partnerId: number, which: Which): Promise<SetupTransfer[]> {
  const [column, value] =
    'setupId' in which
      ? ['setup_id', which.setupId]
      : 'transferId' in which
        ? ['id', which.transferId]
        : ['request_id', which.requestId];
  const transfers = await query<Omit<SetupTransfer, 'documents' | 'orders'>>(
    `SELECT ${TRANSFER} FROM setup_transfer t WHERE t.partner_id = $1 AND t.${column} = $2 ORDER BY t.id`,
    [partnerId, value],
  );
  const documents = await query<SetupDocument & { transferId: number }>(
    `SELECT d.transfer_id AS "transferId", d.id, d.kind, d.file_name AS "fileName", d.size, d.at
     FROM document d WHERE d.partner_id = $1 AND d.transfer_id = ANY ($2) ORDER BY d.at, d.id`,
    [partnerId, transfers.map(({ id }) => id)],
  );
  const orders = await query<OrderOfRequest & { requestId: string }>(
    `SELECT o.request_id AS "requestId", o.detailed_status AS "detailedStatus", o.number_count AS numbers,
       o.foc_on AS "focOn", to_char(o.foc_time, 'HH24:MI') AS "focTime"
     FROM port_order o WHERE o.partner_id = $1 AND o.request_id = ANY ($2) ORDER BY o.id`,
    [partnerId, transfers.flatMap(({ requestId }) => requestId ?? [])],
  );
  return transfers.map((transfer) => ({
    ...transfer,
    documents: documents
      .filter(({ transferId }) => transferId === transfer.id)
      .map(({ transferId: _, ...document }) => document),
    orders: orders
      .filter(({ requestId }) => requestId === transfer.requestId)
      .map(({ requestId: _, ...order }) => order),
  }));
}
