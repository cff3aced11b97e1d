import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '#data/connection.ts';

const MINUTES = 60;
const DAYS = 24 * 60 * MINUTES;

/**
 * How many attempts may fail. One person's typing hits the first limit, a list of stolen passwords from one place the
 * second, and a guesser with many addresses the third, which no more than a day locks. The last two are for links, one-time
 * ones and those that follow a request, which nobody can guess and nobody needs many of.
 */
const LIMITS = {
  'sign-in:email+address': { points: 10, duration: 15 * MINUTES },
  'sign-in:address': { points: 30, duration: 15 * MINUTES },
  'sign-in:email': { points: 100, duration: 1 * DAYS },
  'one-time-link:address': { points: 30, duration: 15 * MINUTES },
  'request-link:address': { points: 30, duration: 15 * MINUTES },
} as const;

type Limit = keyof typeof LIMITS;
export type Attempt = { email: string; address: string };

/**
 * Counts an attempt to sign in before its password is looked at, so that many at once cannot slip through together.
 * Returns null when it may go on, else the milliseconds until the next one may.
 */
export async function countAttempt({ email, address }: Attempt): Promise<number | null> {
  return (
    (await consume('sign-in:email+address', `${email} ${address}`)) ??
    (await consume('sign-in:address', address)) ??
    (await consume('sign-in:email', email))
  );
}

/** The attempt succeeded: nothing failed for this email address, and the place it came from gets its point back. */
export async function forgiveAttempt({ email, address }: Attempt): Promise<void> {
  await limiter('sign-in:email+address').delete(keyOf(`${email} ${address}`));
  await limiter('sign-in:email').delete(keyOf(email));
  await limiter('sign-in:address').reward(keyOf(address), 1);
}

/** Counts the opening of a one-time link from an address, before the link is looked up. Returns as `countAttempt` does. */
export function countLink(address: string): Promise<number | null> {
  return consume('one-time-link:address', address);
}

/** The link was one of ours: the place it was opened from gets its point back. */
export async function forgiveLink(address: string): Promise<void> {
  await limiter('one-time-link:address').reward(keyOf(address), 1);
}

/** Counts the opening of a link that follows a request, before it is looked up. Returns as `countAttempt` does. */
export function countFollowing(address: string): Promise<number | null> {
  return consume('request-link:address', address);
}

/** The link was one that we made: the place it was opened from gets its point back. */
export async function forgiveFollowing(address: string): Promise<void> {
  await limiter('request-link:address').reward(keyOf(address), 1);
}

/** What the log calls an address, so that a place that guesses can be told from another without saying where it is. */
export function placeOf(address: string): string {
  return keyOf(address).slice(0, 12);
}

async function consume(limit: Limit, subject: string): Promise<number | null> {
  try {
    await limiter(limit).consume(keyOf(subject));
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
    keyPrefix: limit,
  });
  limiters.set(limit, made);
  return made;
}

// Hashed: the table holds no one's address, and a key of any length fits.
function keyOf(subject: string): string {
  return createHash('sha256').update(subject).digest('base64url');
}
