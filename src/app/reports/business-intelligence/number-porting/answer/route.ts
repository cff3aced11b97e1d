import { receiveAnswer } from '#features/report/story/receive-answer.ts';
import { nothingHere, route } from '#server/route.ts';

/** Takes in what a partner answers to the porting team. */
export const POST = route('answer order', receiveAnswer);

/** Answers are sent here, and nothing is shown. */
export const GET = route('answer order', nothingHere);
