import { endOfRegular, nameOf } from './pdf-names.ts';

/** What stands in a dictionary itself, names with their slash, those within it left out; and where it ends. */
export type Dictionary = { tokens: string[]; end: number };

const LONGEST_TOKEN = 200;

/** The dictionary whose `<<` stands at `from`; null when it is none that ends. */
export function readDictionary(bytes: Uint8Array, from: number): Dictionary | null {
  const tokens: string[] = [];
  let depth = 0;
  let at = from;
  while (at < bytes.length) {
    const here = String.fromCharCode(bytes[at] ?? 0);
    const two = here + String.fromCharCode(bytes[at + 1] ?? 0);
    let end = at + 1;
    let token: string | null = null;
    if (isBlank(here) || here === '%') end = skipBlank(bytes, at);
    else if (two === '<<') {
      depth += 1;
      end = at + 2;
      if (depth === 2) token = '<<';
    } else if (two === '>>') {
      depth -= 1;
      end = at + 2;
      if (depth === 0) return { tokens, end };
    } else if (here === '<') end = endOfHex(bytes, at);
    else if (here === '(') end = endOfString(bytes, at);
    else if (here === '/') {
      end = endOfRegular(bytes, at + 1);
      token = `/${nameOf(bytes, at + 1, Math.min(end, at + LONGEST_TOKEN))}`;
    } else if (here === '>' || here === ')') return null;
    else if ('[]{}'.includes(here)) token = here;
    else {
      end = endOfRegular(bytes, at);
      token = nameOf(bytes, at, Math.min(end, at + LONGEST_TOKEN));
    }
    if (end < 0) return null;
    if (token !== null && depth <= (token === '<<' ? 2 : 1)) tokens.push(token);
    at = end;
  }
  return null;
}

/** Where white space and comments end. */
export function skipBlank(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    const here = String.fromCharCode(bytes[at] ?? 0);
    if (here === '%')
      while (at + 1 < bytes.length && bytes[at + 1] !== 0x0a && bytes[at + 1] !== 0x0d) at += 1;
    else if (!isBlank(here)) break;
  }
  return at;
}

function isBlank(character: string): boolean {
  return '\0\t\n\f\r '.includes(character);
}

function endOfHex(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(0x3e, from);
  return end < 0 ? -1 : end + 1;
}

function endOfString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
