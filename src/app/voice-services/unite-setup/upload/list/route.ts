import { receiveList } from '#features/unite-setup/receive-list.ts';
import { nothingHere, route } from '#server/route.ts';

/** Reads a list of numbers: the body is the file, `?name=` its name. Nothing is kept. */
export const POST = route('read setup list', receiveList);

/** Files are sent here, and nothing is shown. */
export const GET = route('read setup list', nothingHere);
