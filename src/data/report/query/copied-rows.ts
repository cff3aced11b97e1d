import type { Readable } from 'node:stream';

/** A row as COPY writes it in text format, decoded. */
export type CopiedRow = (string | null)[];

/** So many rows at once: enough to be quick, few enough that pages are served in between. */
const BATCH_ROWS = 300;
/**
 * So much is decoded at once: about a batch. A text of more than 128 KB is kept apart from young objects by V8, and one that
 * is in use when those are collected then stays until all of the heap is, which comes late while rows stream at full speed.
 */
const TEXT_BYTES = 48 * 1024;
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
    for (const text of texts(bytes, end)) {
      const rows = parseLines(text);
      for (let at = 0; at < rows.length; at += BATCH_ROWS) yield rows.slice(at, at + BATCH_ROWS);
    }
  }
  if (rest) throw new Error('COPY ended in the middle of a row.');
}

/** The lines that end before or at `end`, in texts of whole lines without the last one's line feed. */
function* texts(bytes: Buffer, end: number): Generator<string> {
  for (let start = 0; start <= end; ) {
    // The last line feed within reach, else the one that ends a longer line.
    const last = bytes.lastIndexOf(LINE_FEED, Math.min(start + TEXT_BYTES, end));
    const stop = last >= start ? last : bytes.indexOf(LINE_FEED, start);
    yield bytes.toString('utf8', start, stop);
    start = stop + 1;
  }
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
