import { fold } from './find.ts';

/**
 * What a text that is looked for on the desk can be. Identifiers are found whole or without their last three characters,
 * phone numbers whole or by their first six digits or more, companies and usernames by any part.
 */
export type QueueNeedle = {
  /** Folded, for names and case numbers. */
  text: string;
  /** The first and the last phone number that begin so, in E.164; null when it is no part of one. */
  phones: [first: string, last: string] | null;
  /** Digits that a request or order ID is or begins with; null when it can be none. */
  digits: string | null;
};

/** How many of the last characters of an identifier may be left out. */
export const LEFT_OUT = 3;
/** Parts of names are looked for from this length on. */
export const SHORTEST_PART = 2;

/** Reads what was typed into the search: `Order 4012391`, `(415) 555-0140`, `harbor`; null for nothing. */
export function queueNeedle(typed: string): QueueNeedle | null {
  const text = fold(typed)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(order|request|case) ?#? ?(?=\d)/, '');
  if (text === '') return null;
  const digits = /^\d{1,18}$/.test(text) ? text : null;
  return { text, phones: phonesOf(text), digits };
}

/** The bounds between which identifiers made of digits lie that are these digits, or begin with them and are not much longer. */
export function idRanges(digits: string): [first: string, last: string][] {
  const ranges: [string, string][] = [];
  for (let more = 0; more <= LEFT_OUT && digits.length + more <= 18; more++) {
    if (more > 0 && digits.length < LEFT_OUT) break;
    ranges.push([digits.padEnd(digits.length + more, '0'), digits.padEnd(digits.length + more, '9')]);
  }
  return ranges;
}

const WHOLE = 10;
const EXCHANGE = 6;

function phonesOf(text: string): QueueNeedle['phones'] {
  if (!/^[\d+()\-. ]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  const national = text.startsWith('+1') || digits.length === WHOLE + 1 ? digits.replace(/^1/, '') : digits;
  if (national.length < EXCHANGE || national.length > WHOLE) return null;
  return [`+1${national.padEnd(WHOLE, '0')}`, `+1${national.padEnd(WHOLE, '9')}`];
}
