import { readDocument } from '#data/documents/read-document.ts';
import { documentIdOf } from '#domain/documents.ts';
import { NotFound } from '#domain/not-found.ts';
import { attachment } from '#server/attachment.ts';
import { route } from '#server/route.ts';

/** A document, to be saved. No browser shows it as a page of ours: see the policy of src/proxy.ts. */
export const GET = route('document', async (viewer, { nextUrl }) => {
  const id = documentIdOf(nextUrl.pathname);
  if (id === null) throw new NotFound('document');
  const { fileName, contentType, content } = await readDocument(viewer, id);
  return attachment(fileName, contentType, new Uint8Array(content));
});
