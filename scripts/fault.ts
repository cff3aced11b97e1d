/** A failure that people can mend: its message is one whole sentence, and is all that is shown of it. */
export class Fault extends Error {}

/**
 * Runs a command's main function. A `Fault` ends the process with its sentence and status 1; a full disk is told as one;
 * anything else is a surprise and is shown with its stack.
 */
export async function main(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Fault) process.stderr.write(`${error.message}\n`);
    else if (isDiskFull(error))
      process.stderr.write('No space is left on the disk: free some, then run this again.\n');
    else throw error;
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === '53100');
}
