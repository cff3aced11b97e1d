import { receiveList } from '#features/desk/upload/receive-list.ts';
import { nothingHere, route } from '#server/route.ts';

/** Takes a carrier's list in: the body is the file, `?name=` its name. */
export const POST = route('upload list', receiveList);

/** Files are sent here, and nothing is shown. */
export const GET = route('upload list', nothingHere);
