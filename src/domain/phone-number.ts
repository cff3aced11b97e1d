import type { NumberType } from './status.ts';

/** A NANP number in E.164: `+1NXXNXXXXXX`. */
export type PhoneNumber = string & { readonly __phoneNumber: unique symbol };

export const TOLL_FREE_AREA_CODES = ['800', '833', '844', '855', '866', '877', '888'] as const;

/** What people write between digits: blanks of all kinds, dots, dashes of all kinds, brackets. */
const PUNCTUATION = /[\s\u00a0\u202f().\-\u2010-\u2015\u2212]/g;
const NANP = /^[2-9]\d{2}[2-9]\d{6}$/;

/**
 * Reads a NANP number as people write it: ten digits, or eleven with a leading 1, with an optional `+`, and with
 * blanks, dots, dashes or brackets between. Null for anything else: area codes and exchanges begin with 2 to 9, and
 * area codes N11 and N9X do not exist.
 */
export function parsePhoneNumber(text: string): PhoneNumber | null {
  const bare = text.trim().replace(PUNCTUATION, '');
  const match = /^(?:\+1|1)?(\d{10})$/.exec(bare);
  const national = match?.[1];
  if (!national || !NANP.test(national)) return null;
  if (national[1] === '9' || national.slice(1, 3) === '11') return null;
  return `+1${national}` as PhoneNumber;
}

/** Local or toll-free, by its area code. */
export function numberType(phone: PhoneNumber): NumberType {
  const area = phone.slice(2, 5);
  return TOLL_FREE_AREA_CODES.some((code) => code === area) ? 'toll-free' : 'local';
}

/** `+14155550140` as `(415) 555-0140`. */
export function formatPhoneNumber(phone: string): string {
  return `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`;
}
