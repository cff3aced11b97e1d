import { systemActor } from '#data/system-actor.ts';
import { findCredentials } from '#data/users/find-credentials.ts';
import { recordSignIn } from '#data/users/record-sign-in.ts';
import { countAttempt, forgiveAttempt } from './limits.ts';
import { log } from './log.ts';
import { PASSWORD_MAX, verifyPassword } from './password.ts';
import type { Session } from './session.ts';

export type SignIn =
  | { signedIn: true; session: Session }
  | { signedIn: false; because: 'no-match' }
  | { signedIn: false; because: 'too-many'; waitMs: number };

/**
 * Checks an email address and a password that come from `address`. A wrong password, an unknown or a disabled user get the
 * same answer after the same work.
 */
export async function signInWithPassword(email: string, password: string, address: string): Promise<SignIn> {
  const attempt = { email: email.trim().toLowerCase(), address };
  const waitMs = await countAttempt(attempt);
  if (waitMs !== null) {
    log.warn('sign-in refused: too many attempts');
    return { signedIn: false, because: 'too-many', waitMs };
  }
  const known = await findCredentials(systemActor('sign-in'), attempt.email);
  const matches = await verifyPassword(password.slice(0, PASSWORD_MAX), known?.passwordHash ?? null);
  if (!known || !matches || password.length > PASSWORD_MAX) return { signedIn: false, because: 'no-match' };
  await forgiveAttempt(attempt);
  return { signedIn: true, session: await begin(known) };
}

/** Signs in whoever a provider vouches for under this email address; null when no user has it. */
export async function signInAsVouchedFor(email: string): Promise<Session | null> {
  const known = await findCredentials(systemActor('sign-in'), email);
  return known && begin(known);
}

async function begin({ userId, sessionVersion }: Session): Promise<Session> {
  await recordSignIn(systemActor('sign-in'), userId);
  log.info({ userId }, 'signed in');
  return { userId, sessionVersion };
}
