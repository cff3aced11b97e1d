import { sendFile } from '#features/desk/upload/send-file.ts';
import { idOfAddress, parseDownload } from '#features/desk/upload/url.ts';
import { refuse, route } from '#server/route.ts';

/** A file of an upload: `?of=original`, `refused` or `results`. */
export const GET = route('upload file', async (viewer, { nextUrl }) => {
  const of = parseDownload(nextUrl.searchParams);
  if (of === null) return refuse('Which file? ?of=original, refused or results.');
  return sendFile(viewer, idOfAddress(nextUrl.pathname), of);
});
