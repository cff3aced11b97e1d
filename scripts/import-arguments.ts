import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportOptions } from '#features/import/import-file.ts';
import { Fault } from './fault.ts';

const USAGE_LINE =
  'npm run import -- FILE --partner SLUG [--create-partner NAME] [--dry-run] [--rejects FILE]';

/** How the command is used, for whoever asks. */
export const USAGE = `${USAGE_LINE}

  FILE                   CSV (UTF-8; comma, semicolon or tab) or XLSX, with the report's own columns
  --partner SLUG         whose orders they are
  --create-partner NAME  makes the partner under this name when it is missing
  --dry-run              tells what would come of it, and changes nothing
  --rejects FILE         where rows that cannot be read are written; else beside FILE, when there are any

It ends with status 0, with 3 when rows were rejected, with 1 when nothing could be imported at all.`;

/**
 * What the words of the command ask for; null when they ask for help. Paths are meant from the folder `from`.
 * Throws a `Fault` that names what is wrong.
 */
export function readArguments(words: readonly string[], from: string): ImportOptions | null {
  const { values, positionals } = parse(words);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined) throw new Fault(`Which file? ${USAGE_LINE}`);
  if (more.length > 0) throw new Fault(`One file at a time: ${more.join(', ')} is one too many.`);
  if (!values.partner) throw new Fault(`Whose orders are they? ${USAGE_LINE}`);
  const createAs = values['create-partner']?.trim() ?? null;
  if (createAs === '') throw new Fault('--create-partner needs a name.');
  if (values.rejects === '') throw new Fault('--rejects needs a file.');
  const dryRun = values['dry-run'] ?? false;
  const unasked = dryRun ? 'nowhere' : 'beside';
  return {
    file: path.resolve(from, file),
    partner: { slug: values.partner, createAs },
    dryRun,
    rejects: values.rejects === undefined ? unasked : { at: path.resolve(from, values.rejects) },
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
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
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    throw new Fault(`${sentence.replace(/\.$/, '')}. ${USAGE_LINE}`);
  }
}
