// Imports a report into a partner's orders: npm run import -- FILE --partner SLUG
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeConnections } from '#data/connection.ts';
import { systemActor } from '#data/system-actor.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { type ImportOptions, type ImportProgress, importFile } from '#features/import/import-file.ts';
import { chooseDatabase } from './database-url.ts';
import { Fault, main } from './fault.ts';
import { describeHeader, describeImport, describeProgress } from './import-words.ts';

const USAGE = `npm run import -- FILE --partner SLUG [--create-partner NAME] [--dry-run] [--rejects FILE]

  FILE                   CSV (UTF-8; comma, semicolon or tab) or XLSX, with the report's own columns
  --partner SLUG         whose orders they are
  --create-partner NAME  makes the partner under this name when it is missing
  --dry-run              tells what would come of it, and changes nothing
  --rejects FILE         where rows that cannot be read are written; else beside FILE, when there are any

It ends with status 0, with 3 when rows were rejected, with 1 when nothing could be imported at all.`;

/** Rows were rejected; all others went in. */
const SOME_REJECTED = 3;

await main(async () => {
  const options = readArguments(process.argv.slice(2));
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

/** Null when help was asked for. Throws a `Fault` that names what is wrong. */
function readArguments(words: string[]): ImportOptions | null {
  const { values, positionals } = parse(words);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined) throw new Fault(`Which file? ${USAGE_LINE}`);
  if (more.length > 0) throw new Fault(`One file at a time: ${more.join(', ')} is one too many.`);
  if (!values.partner) throw new Fault(`Whose orders are they? ${USAGE_LINE}`);
  if (values['create-partner']?.trim() === '') throw new Fault('--create-partner needs a name.');
  const dryRun = values['dry-run'] ?? false;
  const unasked = dryRun ? 'nowhere' : 'beside';
  return {
    file: fromWhereItWasTyped(file),
    partner: { slug: values.partner, createAs: values['create-partner']?.trim() ?? null },
    dryRun,
    rejects: values.rejects ? { at: fromWhereItWasTyped(values.rejects) } : unasked,
  };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        partner: { type: 'string' },
        'create-partner': { type: 'string' },
        'dry-run': { type: 'boolean' },
        rejects: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
    throw new Fault(`${sentence.replace(/\.$/, '')}. ${USAGE_LINE}`);
  }
}

const [USAGE_LINE] = USAGE.split('\n');

/** npm runs scripts from the project's folder, and says where it was called. */
function fromWhereItWasTyped(file: string): string {
  const { npm_lifecycle_event: script, INIT_CWD } = process.env;
  return path.resolve(script === 'import' && INIT_CWD ? INIT_CWD : '.', file);
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
