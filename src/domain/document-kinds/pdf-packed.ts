import { type Budget, inflateWithin } from './inflate-within.ts';
import { readDictionary, skipBlank } from './pdf-dictionary.ts';
import { dangerIn } from './pdf-names.ts';

const TANGLED =
  'is a PDF that is built in a way that cannot be checked. Print it to a new PDF, then send that.';
const MIB = 1024 * 1024;
/** Objects of a PDF of 10 MB unpack to a few. */
const MOST_UNPACKED = 32 * MIB;
const [O, B, J] = [0x6f, 0x62, 0x6a];

/**
 * What is wrong with what a PDF packs together (object streams); null when nothing is. Wherever "obj" stands a reader may be
 * told to begin, so each such place is read as one would. Anything but plain deflate is refused rather than guessed at.
 */
export function checkPacked(bytes: Uint8Array): string | null {
  // Places within places would be read again and again.
  let reading = 4 * bytes.length + MIB;
  const budget: Budget = { in: reading + 8 * MIB, out: MOST_UNPACKED };
  for (let at = bytes.indexOf(O); at >= 0; at = bytes.indexOf(O, at + 1)) {
    if (bytes[at + 1] !== B || bytes[at + 2] !== J) continue;
    const found = packedAt(bytes, at + 3);
    if (found === 'tangled') return TANGLED;
    reading -= found.end - at;
    if (reading < 0) return TANGLED;
    if (found.stream === null) continue;
    const wrong = wrongWith(bytes, found.stream, budget);
    if (wrong) return wrong;
  }
  return null;
}

function wrongWith(bytes: Uint8Array, from: number, budget: Budget): string | null {
  const content = inflateWithin(bytes, from, budget);
  if (content === 'damaged') return TANGLED;
  if (content === 'too much') return 'is a PDF that unpacks to far more than a document has in it.';
  return dangerIn(content);
}

/** Where what was read ends, and where packed content begins that may hold other objects. */
type Found = { end: number; stream: number | null };

function packedAt(bytes: Uint8Array, from: number): Found | 'tangled' {
  const start = skipBlank(bytes, from);
  if (bytes[start] !== 0x3c || bytes[start + 1] !== 0x3c) return { end: start, stream: null };
  const dictionary = readDictionary(bytes, start);
  if (dictionary === null) return 'tangled';
  const { tokens } = dictionary;
  const end = skipBlank(bytes, dictionary.end);
  if (!startsWith(bytes, end, 'stream') || !HOLDERS.some((name) => tokens.includes(name))) {
    return { end, stream: null };
  }
  switch (packing(tokens)) {
    case 'none':
      return { end, stream: null };
    case 'deflate':
      return { end, stream: startOfContent(bytes, end + 6) };
    case 'other':
      return 'tangled';
  }
}

/** Each reader goes by one of them at least. */
const HOLDERS = ['/ObjStm', '/First', '/N'];
const DEFLATE = ['/FlateDecode', '/Fl'];

function packing(tokens: readonly string[]): 'none' | 'deflate' | 'other' {
  const filters = tokens.filter((token) => token === '/Filter').length;
  if (tokens.includes('/DecodeParms') || tokens.includes('/DP')) return 'other';
  // What is not packed was looked through with all other bytes.
  if (filters === 0) return 'none';
  const after = tokens.slice(tokens.indexOf('/Filter') + 1);
  const [first = '', second = '', third] = after;
  const alone = DEFLATE.includes(first) || (first === '[' && DEFLATE.includes(second) && third === ']');
  return filters === 1 && alone ? 'deflate' : 'other';
}

function startOfContent(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20) at += 1;
  if (bytes[at] === 0x0d) at += 1;
  if (bytes[at] === 0x0a) at += 1;
  return at;
}

function startsWith(bytes: Uint8Array, at: number, word: string): boolean {
  return Array.from(word).every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
}
