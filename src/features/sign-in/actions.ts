'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { waitInWords } from '#domain/wait.ts';
import { clientAddress } from '#server/client-address.ts';
import { environment } from '#server/env.ts';
import { logSurprise } from '#server/log.ts';
import { returnPath } from '#server/return-path.ts';
import { startSession } from '#server/session.ts';
import { signInWithPassword } from '#server/sign-in.ts';

/** What the form shows after an attempt that failed: a sentence, the fields it is about, and the email address as it was typed. */
export type SignInState = { problem: string; fields: readonly ('email' | 'password')[]; email: string };

const Form = z.object({
  email: z.string().default(''),
  password: z.string().default(''),
  callbackUrl: z.string().optional(),
});

/** Signs in with the form's email and password and goes where the form says, within this site. */
export async function signIn(_before: SignInState | null, form: FormData): Promise<SignInState> {
  const { email, password, callbackUrl } = Form.parse(Object.fromEntries(form));
  const refuse = (problem: string, ...fields: SignInState['fields']) => ({ problem, fields, email });
  if (!email.trim()) return refuse('Enter your work email.', 'email');
  if (!password) return refuse('Enter your password.', 'password');
  const { NEXTAUTH_URL, TRUST_PROXY } = environment();
  try {
    const address = clientAddress((await headers()).get('x-forwarded-for'), TRUST_PROXY);
    const result = await signInWithPassword(email, password, address);
    if (!result.signedIn) {
      return result.because === 'too-many'
        ? refuse(`Too many attempts. Try again in ${waitInWords(result.waitMs)}.`)
        : refuse('That email and password do not match.', 'email', 'password');
    }
    await startSession(result.session, new Date());
  } catch (error) {
    const reference = logSurprise(error, { at: 'sign-in' });
    return refuse(`Signing in did not work just now. Try again in a minute. Reference ${reference}`);
  }
  redirect(returnPath(callbackUrl, NEXTAUTH_URL));
}
