import { type PhoneNumber, parsePhoneNumber } from './phone-number.ts';

/** What stands in a pasted list, in its order: a number, or a text that is none and why. */
export type PastedNumber =
  | { text: string; phone: PhoneNumber }
  | { text: string; phone: null; because: string };

/**
 * Reads telephone numbers out of a list as people paste it: one a line, or with commas, semicolons, tabs or blanks between
 * them, in any notation that a number is read in. What is no number is named; nothing is left out but labels in front of a
 * colon and marks of a list.
 */
export function parsePastedNumbers(list: string): PastedNumber[] {
  return list
    .split(/[\r\n,;\t|]+|\s{2,}/)
    .map((piece) =>
      piece.replace(/^\s*(?:[•*–-]\s+|\d{1,3}[.)]\s+)?(?:[A-Za-z][A-Za-z ]*[:=]\s*)?/, '').trim(),
    )
    .filter((piece) => piece !== '')
    .flatMap(readPiece);
}

/** Why a text is no telephone number, for the person who pasted it. */
export function whyNoPhoneNumber(text: string): string {
  if (/[A-Za-z]/.test(text)) return 'It has letters in it.';
  const digits = text.replace(/\D/g, '');
  if (digits === '') return 'There are no digits in it.';
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  if (national.length !== 10)
    return `It has ${digits.length} ${digits.length === 1 ? 'digit' : 'digits'}; a number has 10.`;
  const area = national.slice(0, 3);
  if (/^[01]/.test(area)) return `Area code ${area} does not exist: none begins with ${area[0]}.`;
  if (area.endsWith('11') || area[1] === '9') return `Area code ${area} does not exist.`;
  if (/^[01]/.test(national.slice(3))) return `No number continues with ${national[3]} after its area code.`;
  return 'It is not written as a telephone number.';
}

/** Several numbers that only a blank or a word parts, as in `415 555 0140 415 555 0141`. */
const NUMBERS = /(?:\+?1[\s.-]?)?(?:\(\d{3}\)|\d{3})[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/g;

function readPiece(text: string): PastedNumber[] {
  const phone = parsePhoneNumber(text);
  if (phone) return [{ text, phone }];
  const parts = [...text.matchAll(NUMBERS)].map(([part]) => part.trim());
  const rest = text.replace(NUMBERS, '').replace(/\b(?:and|or)\b|[\s/&+]/gi, '');
  if (parts.length > 1 && rest === '') return parts.flatMap(readPiece);
  return [{ text, phone: null, because: whyNoPhoneNumber(text) }];
}
