import pino from 'pino';

/** JSON lines to standard output. Of a person, nothing but the user's id goes in. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: undefined,
  serializers: { err: errorFacts },
});

/** Letters and figures that cannot be mistaken for one another when read aloud. */
const LEGIBLE = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';

/** A reference that a person can quote and the log can be searched for: `7F3K-22QD`. */
export function newReference(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(8)), (n) => LEGIBLE[n % LEGIBLE.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** Logs what nobody expected, with all that the log may know, and returns the reference to show in its place. */
export function logSurprise(error: unknown, facts: { userId?: string; at: string }): string {
  const reference = newReference();
  log.error({ reference, ...facts, err: error }, 'surprise');
  return reference;
}

// Postgres and Prisma hang rows and parameters on their errors: only what names the fault goes into the log.
function errorFacts(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? String(error.code) : undefined;
  return { type: error.name, code, message: error.message, stack: error.stack };
}
