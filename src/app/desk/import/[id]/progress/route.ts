import { readProgress } from '#data/uploads/read-progress.ts';
import { idOfAddress } from '#features/desk/upload/url.ts';
import { route } from '#server/route.ts';

/** How far an upload is. */
export const GET = route('upload progress', async (viewer, { nextUrl }) =>
  Response.json(await readProgress(viewer, idOfAddress(nextUrl.pathname))),
);
