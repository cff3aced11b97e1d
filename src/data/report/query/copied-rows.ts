import type { Readable } from 'node:stream';

/** A row as COPY writes it in text format, decoded. */
export type CopiedRow = (string | null)[];

/** So many rows at once: enough to be quick, few enough that pages are served in between. */
const BATCH_ROWS = 300;
const LINE_FEED = 0x0a;

/**
 * Reads the text format of COPY: a row a line, tabs between values, `\N` for null, everything that would be mistaken for
 * one of these escaped by a backslash. Ending the iteration destroys the stream.
 */
export async function* copiedRows(stream: Readable): AsyncGenerator<CopiedRow[], void, undefined> {
  let rest: Buffer | null = null;
  for await (const chunk of stream) {
    const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.lastIndexOf(LINE_FEED);
    rest = end === bytes.length - 1 ? null : bytes.subarray(end + 1);
    if (end === -1) continue;
    const rows = parseLines(bytes.toString('utf8', 0, end));
    for (let at = 0; at < rows.length; at += BATCH_ROWS) yield rows.slice(at, at + BATCH_ROWS);
  }
  if (rest) throw new Error('COPY ended in the middle of a row.');
}

/** Most chunks hold no backslash but that of nulls: their values are cut out and left as they are. */
function parseLines(text: string): CopiedRow[] {
  const escaped = /\\[^N]/.test(text);
  return text.split('\n').map((line) => {
    const row: CopiedRow = line.split('\t');
    for (let at = 0; at < row.length; at++) {
      const value = row[at];
      if (value === '\\N') row[at] = null;
      else if (escaped && value?.includes('\\')) row[at] = unescaped(value);
    }
    return row;
  });
}

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}
