'use server';

import { SIGN_IN_PATH } from '#server/return-path.ts';
import { endSession } from '#server/session.ts';

/** Ends the session of this browser. Returns the address to go on to. */
export async function signOut(): Promise<string> {
  await endSession();
  return SIGN_IN_PATH;
}
