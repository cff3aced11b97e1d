'use server';

import { z } from 'zod';
import { addRejectReason } from '#data/reject-reasons/add-reject-reason.ts';
import { changeRejectReason } from '#data/reject-reasons/change-reject-reason.ts';
import { retireRejectReason } from '#data/reject-reasons/retire-reject-reason.ts';
import { REJECT_TURNS } from '#domain/reject-reason.ts';
import { act } from '#server/action.ts';
import { type Answered, CHANGED_SINCE, done, refused } from '../answer.ts';
import { checked, Given, line } from '../checked.ts';

const Text = z.object({
  reason: line('Write the reason as carriers give it.'),
  nextStep: line('Write what the partner does next.', 500),
  turn: z.enum(REJECT_TURNS),
});
const Was = z.object({ reason: z.string(), nextStep: z.string(), turn: z.enum(REJECT_TURNS) });
const TAKEN = 'This reason is on the list already, or among the retired ones.';

/** Offers a reason from now on. */
export async function addReason(given: z.input<typeof Text>): Answered {
  const verb = checked('reject-reasons.change', Text, async (viewer, text) => {
    const result = await addRejectReason(viewer, text);
    return result.added ? done(null) : refused(TAKEN, 'reason');
  });
  return act('add-reject-reason', Given, given, verb);
}

const Changed = z.object({ id: z.int(), was: Was, text: Text });

/** Words a reason anew. */
export async function changeReason(given: z.input<typeof Changed>): Answered {
  const verb = checked('reject-reasons.change', Changed, async (viewer, input) => {
    const result = await changeRejectReason(viewer, input);
    if (result.kind !== 'refused') return done(null);
    return result.because === 'reason-taken' ? refused(TAKEN, 'reason') : refused(CHANGED_SINCE);
  });
  return act('change-reject-reason', Given, given, verb);
}

const Retired = z.object({ id: z.int(), retired: z.boolean() });

/** Offers a reason no more, or again. */
export async function retireReason(given: z.input<typeof Retired>): Answered {
  const verb = checked('reject-reasons.change', Retired, async (viewer, input) => {
    await retireRejectReason(viewer, input);
    return done(null);
  });
  return act('retire-reject-reason', Given, given, verb);
}
