import { hash, type Options, verify } from '@node-rs/argon2';

/** The least length of a password that we accept. */
export const PASSWORD_MIN = 12;
/** More is refused unread, so that nobody makes us hash a book. */
export const PASSWORD_MAX = 256;

/** Why a new password cannot be taken, in a sentence; null when it can. */
export function passwordProblem(password: string): string | null {
  if (password.length < PASSWORD_MIN) return `The password is shorter than ${PASSWORD_MIN} characters.`;
  if (password.length > PASSWORD_MAX) return `The password is longer than ${PASSWORD_MAX} characters.`;
  return null;
}

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const ARGON2ID: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody knows, made with the same parameters. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$jgDwAHVS9Crpz8haLbY+AA$V06uOclj1ApxFdnd/pmJvz1bC2S8ziDFKKDyT4qqFi0';

/** Hashes a password with argon2id; salt and parameters are part of the answer. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2ID);
}

/**
 * Whether a password is the one that was hashed. Null stands for a user that does not exist: the answer is false, and it
 * takes as long to find out.
 */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODYS_HASH, password.normalize('NFKC'));
  return matches && passwordHash !== null;
}
