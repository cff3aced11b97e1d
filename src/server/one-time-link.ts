import { createHash, randomBytes } from 'node:crypto';
import { environment } from './env.ts';
import { hashPassword } from './password.ts';

/** Where a one-time link leads to. */
export const INVITATION_PATH = '/invitation';

/** A new link, a one-time one unless it leads elsewhere: its address, which is shown once, and the hash, which is kept. */
export function makeLink(path: string = INVITATION_PATH): { url: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return {
    url: new URL(`${path}/${token}`, environment().NEXTAUTH_URL).href,
    hash: linkHash(token),
  };
}

/** What is kept of a link's token: its SHA-256 in hex. Its 256 random bits need no salt. */
export function linkHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The hash of a password that nobody knows: for who has not chosen one yet. */
export function unknownPassword(): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64url'));
}
