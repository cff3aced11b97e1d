import { type PhoneNumber, parsePhoneNumber } from './phone-number.ts';

/** So many numbers a range may have: blocks are sold by the hundred and by the thousand. */
export const RANGE_SIZE = 1_000;

/** What a text that is written as a range comes to. */
export type Range = { kind: 'range'; phones: PhoneNumber[] } | { kind: 'refused'; because: string };

/**
 * The numbers from one to another, both included, as in `415-555-0140 to 0149`, `4155550140-4155550149` or
 * `4155550140 thru 49`: the end is a whole number or its last digits. Null for a text that is not written as a range.
 */
export function expandRange(text: string): Range | null {
  const match = RANGE.exec(text.trim());
  const [, first = '', between = '', last = ''] = match ?? [];
  const from = parsePhoneNumber(first);
  if (!from) return null;
  const to = endOf(from, last.replace(/\D/g, ''), /[a-z…]|\.\.|\s/i.test(between));
  if (to === null) return null;
  const [begin, end] = [Number(from.slice(2)), Number(to.slice(2))];
  if (to.slice(0, SAME) !== from.slice(0, SAME))
    return refused('A range stays within one area code and exchange: part it where they change.');
  if (end < begin) return refused('It runs backwards: its last number comes before its first.');
  const size = end - begin + 1;
  if (size > RANGE_SIZE) {
    return refused(
      `It would be ${size.toLocaleString('en-US')} numbers; a range has at most ${RANGE_SIZE.toLocaleString('en-US')}.`,
    );
  }
  return { kind: 'range', phones: Array.from({ length: size }, (_, i) => `+1${begin + i}` as PhoneNumber) };
}

const WORDS = String.raw`to|thru|through|until|till|[-\u2010-\u2015\u2212…]|\.{2,3}`;
const RANGE = new RegExp(
  String.raw`^(\+?1?[\s.-]{0,2}\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]?\d{4})(\s*(?:${WORDS})\s*)([+(]?\d[\d\s().-]*)$`,
  'i',
);

/** A word or a dash of a range with the blanks around it, between a digit and what may begin a number. */
export const RANGE_BETWEEN = new RegExp(
  String.raw`(?<=\d)[^\S\r\n\t]+(?:${WORDS})[^\S\r\n\t]+(?=[+(]?\d)`,
  'gi',
);

/** `+1NXXNXX` is what all numbers of a range have in common. */
const SAME = 8;

/** The last number of a range. A single digit after a mere dash is an extension more likely than an end. */
function endOf(from: PhoneNumber, digits: string, spelled: boolean): PhoneNumber | null {
  if (digits.length >= 10) return parsePhoneNumber(digits);
  const shortest = spelled ? 1 : 2;
  const known = digits.length >= shortest && (digits.length <= 4 || digits.length === 7);
  return known ? ((from.slice(0, -digits.length) + digits) as PhoneNumber) : null;
}

function refused(because: string): Range {
  return { kind: 'refused', because };
}
