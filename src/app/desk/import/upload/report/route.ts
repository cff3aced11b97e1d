import { receiveReport } from '#features/import/report/receive-report.ts';
import { nothingHere, route } from '#server/route.ts';

/** Takes a full report in: the body is the file, `?name=` its name, `?partner=` whose it is. */
export const POST = route('upload report', receiveReport);

/** Files are sent here, and nothing is shown. */
export const GET = route('upload report', nothingHere);
