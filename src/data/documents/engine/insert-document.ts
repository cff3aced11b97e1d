import { createHash } from 'node:crypto';
import { type DocumentKind, type DocumentType, documentName } from '#domain/documents.ts';
import type { Query } from '../../tenant.ts';

/** A document that `checkDocument` found sound. It belongs to a transfer of a set-up, or to a message: one of the two. */
export type NewDocument = {
  partnerId: number;
  kind: DocumentKind;
  fileName: string;
  contentType: DocumentType;
  content: Uint8Array;
  transferId: number | null;
  eventId: number | null;
};

/** Keeps a document in the transaction of what it belongs to, under a name that fits its content. Returns its id. */
export async function insertDocument(
  query: Query,
  by: { actorId: string; actor: string; now: Date },
  document: NewDocument,
): Promise<string> {
  const { partnerId, kind, fileName, contentType, content, transferId, eventId } = document;
  const [kept] = await query<{ id: string }>(
    `INSERT INTO document
       (partner_id, kind, file_name, content_type, size, sha256, content, at, actor_id, actor, transfer_id, event_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      partnerId,
      kind,
      documentName(fileName, contentType),
      contentType,
      content.byteLength,
      createHash('sha256').update(content).digest('hex'),
      // pg takes an Uint8Array that is no Buffer for an object.
      Buffer.from(content.buffer, content.byteOffset, content.byteLength),
      by.now,
      by.actorId,
      by.actor,
      transferId,
      eventId,
    ],
  );
  if (!kept) throw new Error('The document was not kept.');
  return kept.id;
}
