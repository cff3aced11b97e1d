import { isUtf8 } from 'node:buffer';
import { ImportImpossible } from '#domain/import/import-impossible.ts';

export const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Passes bytes on as long as they are UTF-8. Throws ImportImpossible with the line where they cease to be. */
export async function* requireUtf8(
  chunks: AsyncIterable<Buffer>,
  name: string,
): AsyncGenerator<Buffer, void, undefined> {
  let cut: Buffer = Buffer.alloc(0);
  let lines = 1;
  let first = true;
  for await (const chunk of chunks) {
    const bytes = cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk;
    if (first) refuseUtf16(bytes, name);
    first = false;
    const whole = wholeCharacters(bytes);
    const piece = bytes.subarray(0, whole);
    if (!isUtf8(piece)) throw notUtf8(name, lines + countLines(piece.subarray(0, validLength(piece))));
    lines += countLines(piece);
    cut = bytes.subarray(whole);
    yield piece;
  }
  if (cut.length > 0) throw notUtf8(name, lines);
}

function notUtf8(name: string, line: number): ImportImpossible {
  return new ImportImpossible(`Line ${line} of ${name} is not UTF-8: save the file as "CSV UTF-8".`);
}

function refuseUtf16(bytes: Buffer, name: string): void {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark !== 'fffe' && mark !== 'feff') return;
  throw new ImportImpossible(`${name} is UTF-16 ("Unicode text"): save it as "CSV UTF-8".`);
}

/** The length without a character that is cut off at the end: those have up to four bytes, the first of which says how many. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return size > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** How many of the first bytes are UTF-8, give or take a character. */
function validLength(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const piece = bytes.subarray(0, middle);
    if (isUtf8(piece.subarray(0, wholeCharacters(piece)))) good = middle;
    else bad = middle;
  }
  return good;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
