import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '#data/connection.ts';

const MINUTES = 60;
const DAYS = 24 * 60 * MINUTES;

/**
 * How many attempts may fail. One person's typing hits the first limit, a list of stolen passwords from one place the
 * second, and a guesser with many addresses the third, which no more than a day locks.
 */
const LIMITS = {
  'email+address': { points: 10, duration: 15 * MINUTES },
  address: { points: 30, duration: 15 * MINUTES },
  email: { points: 100, duration: 1 * DAYS },
} as const;

type Limit = keyof typeof LIMITS;
export type Attempt = { email: string; address: string };

/**
 * Counts an attempt to sign in before its password is looked at, so that many at once cannot slip through together.
 * Returns null when it may go on, else the milliseconds until the next one may.
 */
export async function countAttempt(attempt: Attempt): Promise<number | null> {
  for (const limit of Object.keys(LIMITS) as Limit[]) {
    const wait = await consume(limit, attempt);
    if (wait !== null) return wait;
  }
  return null;
}

/** The attempt succeeded: nothing failed for this email address, and the place it came from gets its point back. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  await limiter('email+address').delete(keyOf('email+address', attempt));
  await limiter('email').delete(keyOf('email', attempt));
  await limiter('address').reward(keyOf('address', attempt), 1);
}

async function consume(limit: Limit, attempt: Attempt): Promise<number | null> {
  try {
    await limiter(limit).consume(keyOf(limit, attempt));
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
    throw refusal;
  }
}

const limiters = new Map<Limit, RateLimiterPostgres>();

function limiter(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(limit);
  if (known) return known;
  const made = new RateLimiterPostgres({
    ...LIMITS[limit],
    storeClient: pool(),
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: `sign-in:${limit}`,
  });
  limiters.set(limit, made);
  return made;
}

// Hashed: the table holds no one's address, and a key of any length fits.
function keyOf(limit: Limit, { email, address }: Attempt): string {
  const subject = { 'email+address': `${email} ${address}`, address, email }[limit];
  return createHash('sha256').update(subject).digest('base64url');
}
