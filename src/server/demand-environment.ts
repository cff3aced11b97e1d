import { environment, InvalidEnvironment } from './env.ts';

/** Ends the process with status 1 and a readable reason when the environment is not one to run in. */
export function demandEnvironment(): void {
  try {
    environment();
  } catch (error) {
    if (!(error instanceof InvalidEnvironment)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
