import 'server-only';
import { readFile } from 'node:fs/promises';
import type { NextRequest } from 'next/server';
import { addDocument } from '#data/setups/add-document.ts';
import { checkDocument, DOCUMENT_BYTES, documentName, documentPath } from '#domain/documents.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import { parseSetupId } from '#domain/setup.ts';
import type { Viewer } from '#domain/viewer.ts';
import { receiveFile } from '#server/received-file.ts';
import { refuse } from '#server/route.ts';
import type { DocumentView } from './setup-view.ts';
import { documentTooLarge } from './urls.ts';

/** What the browser is told of a paper that came: all of its transfer, and how many orders it moved on. */
export type DocumentReceived = { documents: DocumentView[]; moved: number };

/**
 * Takes a letter of authorization or a bill: the request's body is the file, `?transfer=`, `?kind=` and `?name=` say of what.
 * Answers with 400 and one sentence when the file is not what it should be.
 */
export async function receiveDocument(viewer: Viewer, request: NextRequest): Promise<Response> {
  demand(viewer, 'setups.change');
  const params = request.nextUrl.searchParams;
  const transferId = parseSetupId(params.get('transfer') ?? '');
  const kind = params.get('kind');
  if (transferId === null || (kind !== 'loa' && kind !== 'bill')) throw new NotFound('transfer');
  const name = params.get('name') ?? '';
  const file = await receiveFile(request, name, DOCUMENT_BYTES);
  if (!file) return refuse(documentTooLarge(name));
  try {
    const content = await readFile(file.path);
    const checked = checkDocument(name, content);
    if (checked.kind === 'refused') return refuse(checked.because);
    const { contentType } = checked;
    const document = {
      transferId,
      kind,
      fileName: documentName(name, contentType),
      contentType,
      content,
    } as const;
    const { documents, moved } = await addDocument(viewer, document, new Date());
    const shown = documents.map(({ at: _, ...one }) => ({ ...one, href: documentPath(one.id) }));
    return Response.json({ documents: shown, moved } satisfies DocumentReceived);
  } finally {
    await file.discard();
  }
}
