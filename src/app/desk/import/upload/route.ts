import { receiveList } from '#features/desk/upload/receive-list.ts';
import { route } from '#server/route.ts';

/** Takes a carrier's list in: the body is the file, `?name=` its name. */
export const POST = route('upload list', receiveList);
