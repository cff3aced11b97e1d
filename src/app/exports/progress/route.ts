import { followExports } from '#data/exports/follow-exports.ts';
import { parseProgressUrl, progressOf } from '#features/report/exports/progress.ts';
import { route } from '#server/route.ts';

/** How far the viewer's exports of these ids are: `?id=…&id=…`. One that has not begun is left out. */
export const GET = route('export progress', async (viewer, { nextUrl }) => {
  const receipts = await followExports(viewer, parseProgressUrl(nextUrl.searchParams));
  return Response.json(receipts.map(progressOf));
});
