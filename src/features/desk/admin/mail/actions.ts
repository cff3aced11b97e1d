'use server';

import { z } from 'zod';
import { resendMail } from '#data/mails/resend-mail.ts';
import { act } from '#server/action.ts';
import { type Answered, done, refused } from '../answer.ts';
import { checked, Given } from '../checked.ts';

const Asked = z.object({ id: z.uuid() });

const BECAUSE = {
  sent: 'It was sent meanwhile.',
  queued: 'It waits to be sent already.',
  'changed-since': 'Somebody else was faster.',
};

/** Has a mail that failed, or was kept, sent again. */
export async function sendAgain(given: z.input<typeof Asked>): Answered {
  const verb = checked('mail.resend', Asked, async (viewer, { id }) => {
    const result = await resendMail(viewer, id, new Date());
    return result.kind === 'refused' ? refused(BECAUSE[result.because]) : done(null);
  });
  return act('resend-mail', Given, given, verb);
}
