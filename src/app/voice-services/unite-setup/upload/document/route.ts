import { receiveDocument } from '#features/unite-setup/receive-document.ts';
import { nothingHere, route } from '#server/route.ts';

/** Takes a paper of a transfer in: the body is the file, `?transfer=`, `?kind=` and `?name=` say of what. */
export const POST = route('upload setup document', receiveDocument);

/** Files are sent here, and nothing is shown. */
export const GET = route('upload setup document', nothingHere);
