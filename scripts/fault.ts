/** A failure that people can mend: its message is one whole sentence, and is all that is shown of it. */
export class Fault extends Error {}

/**
 * Runs a command's main function and ends the process with the status that it put into `process.exitCode`, else 0. A
 * `Fault` ends it with its sentence and status 1; a full disk is told as one; anything else is a surprise and is shown
 * with its stack.
 */
export async function main(run: () => Promise<void>): Promise<never> {
  try {
    await run();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? sentenceOf(error) : error}\n`);
  }
  // Not left to the event loop: Prisma's schema engine leaves a timer of ten seconds behind.
  process.exit();
}

function sentenceOf(error: Error): string {
  if (error instanceof Fault) return error.message;
  if (isDiskFull(error)) return 'No space is left on the disk: free some, then run this again.';
  return error.stack ?? String(error);
}

function isDiskFull(error: Error): boolean {
  return 'code' in error && (error.code === 'ENOSPC' || error.code === '53100');
}
