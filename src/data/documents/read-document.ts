import type { DocumentType } from '#domain/documents.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, type Scope } from '../tenant.ts';

/** A document, whole: at most 10 MiB. */
export type StoredDocument = { fileName: string; contentType: DocumentType; content: Buffer };

/** Reads a document: a partner's user one of that partner, the porting team any. Throws NotFound. */
export async function readDocument(viewer: Viewer, id: string): Promise<StoredDocument> {
  demand(viewer, 'documents.read');
  const scope: Scope =
    viewer.role === 'partner'
      ? { role: 'portal_partner', partnerId: viewer.partnerId }
      : { role: 'portal_staff' };
  const [document] = await readIn(scope, (query) =>
    query<StoredDocument>(
      'SELECT file_name AS "fileName", content_type AS "contentType", content FROM document WHERE id = $1',
      [id],
    ),
  );
  if (!document) throw new NotFound('document');
  return document;
}
