import { receiveReport } from '#features/import/report/receive-report.ts';
import { route } from '#server/route.ts';

/** Takes a full report in: the body is the file, `?name=` its name, `?partner=` whose it is. */
export const POST = route('upload report', receiveReport);
