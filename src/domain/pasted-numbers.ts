import { type PhoneNumber, parsePhoneNumber } from './phone-number.ts';
import { expandRange, RANGE_BETWEEN } from './phone-range.ts';

/** Where a text stands in a pasted list: its line, from 1 on, and from which character to which it can be cut out. */
type Place = { text: string; line: number; start: number; end: number };

/** What stands in a pasted list, in its order: a number, or a text that is none and why. A range is each of its numbers. */
export type PastedNumber = Place & ({ phone: PhoneNumber } | { phone: null; because: string });

/** So many numbers are read of one list; ranges make long lists of short texts. */
export const LIST_SIZE = 20_000;

/**
 * Reads telephone numbers out of a list as people paste it: one a line, or with commas, semicolons, tabs or blanks between
 * them, in any notation that a number is read in, ranges too ("415-555-0140 to 0149"). What is no number is named; nothing
 * is left out but labels in front of a colon and marks of a list.
 */
export function parsePastedNumbers(list: string): PastedNumber[] {
  const read: PastedNumber[] = [];
  for (const piece of piecesOf(list)) {
    const numbers = readPiece(piece.text).map((one) => ({ ...piece, ...one }));
    if (read.length + numbers.length <= LIST_SIZE) read.push(...numbers);
    else {
      read.push({ ...piece, phone: null, because: TOO_MANY });
      if (read.length > LIST_SIZE) break;
    }
  }
  return read;
}

const TOO_MANY = `With it the list would have more than ${LIST_SIZE.toLocaleString('en-US')} numbers.`;

/** Why a text is no telephone number, for the person who pasted it. */
export function whyNoPhoneNumber(text: string): string {
  if (/[A-Za-z]/.test(text)) return 'It has letters in it.';
  const digits = text.replace(/\D/g, '');
  if (digits === '') return 'There are no digits in it.';
  if (/^\s*(?:\+|011)/.test(text) && !/^\s*\+\s*1/.test(text))
    return 'It is not a US or Canadian number, and only those can be moved.';
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  if (national.length !== 10)
    return `It has ${digits.length} ${digits.length === 1 ? 'digit' : 'digits'}; a number has 10.`;
  const area = national.slice(0, 3);
  if (/^[01]/.test(area)) return `Area code ${area} does not exist: none begins with ${area[0]}.`;
  if (area.endsWith('11') || area[1] === '9') return `Area code ${area} does not exist.`;
  if (/^[01]/.test(national.slice(3))) return `No number continues with ${national[3]} after its area code.`;
  return 'It is not written as a telephone number.';
}

/** What parts one entry from the next. */
const SEPARATORS = /[\r\n,;\t|]+|\s{2,}/g;
/** What people write in front of a number: marks of a list, and labels. */
const LABEL = /^\s*(?:[•*–-]\s+|\d{1,3}[.)]\s+)?(?:[A-Za-z][A-Za-z ]*[:=]\s*)?/;

function* piecesOf(list: string): Generator<Place> {
  let line = 1;
  let from = 0;
  // Blanks around the word of a range part nothing.
  const even = list.replace(RANGE_BETWEEN, (around) => around.replace(/\s/g, BLANK));
  for (const { 0: separator, index } of [...even.matchAll(SEPARATORS), { 0: '', index: list.length }]) {
    const whole = list.slice(from, index);
    const label = LABEL.exec(whole)?.[0].length ?? 0;
    const text = whole.slice(label).trim();
    const start = list.indexOf(text, from + label);
    if (text !== '') yield { text, line, start, end: start + text.length };
    line += separator.replace(/\r\n?/g, '\n').split('\n').length - 1;
    from = index + separator.length;
  }
}

/** Stands in for a blank, so that places stay what they are. */
const BLANK = '_';

/** Several numbers that only a blank or a word parts, as in `415 555 0140 415 555 0141`. */
const NUMBERS = /(?:\+?1[\s.-]?)?(?:\(\d{3}\)|\d{3})[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/g;

type Read = { phone: PhoneNumber; text?: string } | { phone: null; because: string; text?: string };

function readPiece(text: string): Read[] {
  const phone = parsePhoneNumber(text);
  if (phone) return [{ phone }];
  const range = expandRange(text);
  if (range?.kind === 'range') return range.phones.map((one) => ({ phone: one }));
  if (range) return [{ phone: null, because: range.because }];
  const parts = [...text.matchAll(NUMBERS)].map(([part]) => part.trim());
  const rest = text.replace(NUMBERS, '').replace(/\b(?:and|or)\b|[\s/&+]/gi, '');
  if (parts.length > 1 && rest === '')
    return parts.flatMap((part) => readPiece(part).map((one) => ({ text: part, ...one })));
  return [{ phone: null, because: whyNoPhoneNumber(text) }];
}
