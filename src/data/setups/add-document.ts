import type { DocumentType } from '#domain/documents.ts';
import { NotFound } from '#domain/not-found.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { PartnerViewer, Viewer } from '#domain/viewer.ts';
import { insertDocument } from '../documents/engine/insert-document.ts';
import { changesOf, decide } from '../orders/engine/decide.ts';
import { lockOrders, readOrders } from '../orders/engine/read-orders.ts';
import { recordChanges } from '../orders/engine/record-changes.ts';
import { type Query, scopeOf, writeIn } from '../tenant.ts';
import { touchSetup } from './engine/hold-setup.ts';
import { holdTransfer } from './engine/hold-transfer.ts';
import { partnerOf } from './engine/partner.ts';
import { readTransfers } from './engine/read-transfers.ts';
import type { SetupDocument } from './setup.ts';

/** A checked file: its content is what `contentType` says. */
export type NewSetupDocument = {
  transferId: number;
  kind: 'loa' | 'bill';
  fileName: string;
  contentType: DocumentType;
  content: Uint8Array;
};

/** `documents` are all of the transfer afterwards; `moved` counts the orders that waited for the LOA and do no more. */
export type DocumentAdded = { documents: SetupDocument[]; moved: number };

/**
 * Puts a letter of authorization or a bill to a transfer. Of a draft it replaces the one that was there. An LOA that comes
 * after submission moves the orders that wait for it to Received LOA. Throws NotFound.
 */
export async function addDocument(
  viewer: Viewer,
  given: NewSetupDocument,
  now: Date,
): Promise<DocumentAdded> {
  demand(viewer, 'setups.change');
  const partner = partnerOf(viewer);
  const { partnerId, userId, name } = partner;
  const { transferId, kind, ...file } = given;
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const { setup, transfer } = await holdTransfer(query, partnerId, transferId);
    if (transfer.requestId === null) {
      // What was submitted with was relied upon: it stays beside the newer one.
      await query('DELETE FROM document WHERE partner_id = $1 AND transfer_id = $2 AND kind = $3', [
        partnerId,
        transferId,
        kind,
      ]);
    }
    const by = { actorId: userId, actor: name, now };
    await insertDocument(query, by, { partnerId, kind, ...file, transferId, eventId: null });
    await touchSetup(query, setup, now);
    const moved =
      kind === 'loa' && transfer.requestId !== null
        ? await moveWaiting(query, partner, { requestId: transfer.requestId, fileName: file.fileName, now })
        : 0;
    const [after] = await readTransfers(query, partnerId, { transferId });
    if (!after) throw new NotFound('transfer');
    return { documents: after.documents, moved };
  });
}

/** Moves the orders of a request that wait for the LOA, as the domain decides. */
async function moveWaiting(
  query: Query,
  { partnerId, userId, name, role }: PartnerViewer,
  { requestId, fileName, now }: { requestId: string; fileName: string; now: Date },
): Promise<number> {
  const refs = await query<{ partnerId: number; orderId: number }>(
    `SELECT partner_id AS "partnerId", id AS "orderId" FROM port_order
     WHERE partner_id = $1 AND request_id = $2 AND number_count > 0`,
    [partnerId, requestId],
  );
  await lockOrders(query, refs);
  const orders = [...(await readOrders(query, refs)).values()];
  const waiting = orders.filter(({ state }) => state.detailedStatus === 'waiting-for-loa');
  // No day is judged in this move, so that holidays, which a partner's scope does not see, do not matter.
  const context = { role, today: pacificDate(now), holidays: new Map() };
  const note = `The LOA came: ${fileName}`;
  const decided = waiting.map((order) => decide(order, { to: 'received-loa', note }, context));
  const changes = changesOf(decided);
  await recordChanges(query, { id: null, actorId: userId, actor: name, now }, changes);
  return changes.length;
}
