// Imports a report into a partner's orders: npm run import -- FILE --partner SLUG
import { closeConnections } from '#data/connection.ts';
import { systemActor } from '#data/system-actor.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { type ImportOptions, type ImportProgress, importFile } from '#features/import/import-file.ts';
import { chooseDatabase } from './database-url.ts';
import { Fault, main } from './fault.ts';
import { readArguments, USAGE } from './import-arguments.ts';
import { describeHeader, describeImport, describeProgress } from './import-words.ts';

/** Rows were rejected; all others went in. */
const SOME_REJECTED = 3;

await main(async () => {
  const options = readArguments(process.argv.slice(2), whereItWasTyped());
  if (options === null) return say(USAGE);
  await chooseDatabase();
  try {
    await run(options);
  } catch (error) {
    throw error instanceof ImportImpossible ? new Fault(error.message) : error;
  } finally {
    await closeConnections();
  }
});

async function run(options: ImportOptions): Promise<void> {
  const started = performance.now();
  const progress = progressLine();
  try {
    const result = await importFile(systemActor('import'), {
      ...options,
      onHeader: (header) => describeHeader(header).forEach(say),
      onProgress: progress.show,
    });
    progress.clear();
    const seconds = (performance.now() - started) / 1_000;
    describeImport(result, { dryRun: options.dryRun, seconds }).forEach(say);
    if (result.rejected > 0) process.exitCode = SOME_REJECTED;
  } finally {
    progress.clear();
  }
}

/** npm runs scripts from the project's folder, and says where it was called. */
function whereItWasTyped(): string {
  const { npm_lifecycle_event: script, INIT_CWD } = process.env;
  return script === 'import' && INIT_CWD ? INIT_CWD : process.cwd();
}

/** One line of a terminal that is written over and over. Elsewhere only that it waits is said. */
function progressLine(): { show: (progress: ImportProgress) => void; clear: () => void } {
  const write = (text: string) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
  };
  const show = (progress: ImportProgress) => {
    const text = describeProgress(progress);
    write(text);
    if (progress.step === 'waiting' && !process.stderr.isTTY) process.stderr.write(`${text}\n`);
  };
  return { show, clear: () => write('') };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
