'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { waitInWords } from '#domain/wait.ts';
import { clientAddress } from '#server/client-address.ts';
import { environment } from '#server/env.ts';
import { acceptInvitation } from '#server/invitation.ts';
import { logSurprise } from '#server/log.ts';
import { SIGN_IN_PATH } from '#server/return-path.ts';
import { endSession } from '#server/session.ts';
import { NO_LINK } from './sentences.ts';

/** What the form shows after an attempt that failed; `field` when it is about the password. */
export type ChooseState = { problem: string; field: boolean };

const Form = z.object({ token: z.string().max(200).catch(''), password: z.string().catch('') });

/** Gives the bearer of a one-time link the password of the form, and goes on to signing in with it. */
export async function choosePassword(_before: ChooseState | null, form: FormData): Promise<ChooseState> {
  const { token, password } = Form.parse(Object.fromEntries(form));
  try {
    const address = clientAddress((await headers()).get('x-forwarded-for'), environment().TRUST_PROXY);
    const result = await acceptInvitation(token, password, address, new Date());
    if (result.kind === 'problem') return { problem: result.because, field: true };
    if (result.kind === 'no-link') return { problem: NO_LINK, field: false };
    if (result.kind === 'too-many') {
      return { problem: `Too many attempts. Try again in ${waitInWords(result.waitMs)}.`, field: false };
    }
    // Whoever else was signed in here would stand before its own pages in place of the sign-in.
    await endSession();
  } catch (error) {
    const reference = logSurprise(error, { at: 'choose-password' });
    const problem = `That did not work just now. Try again in a minute. Reference ${reference}`;
    return { problem, field: false };
  }
  redirect(`${SIGN_IN_PATH}?password=chosen`);
}
