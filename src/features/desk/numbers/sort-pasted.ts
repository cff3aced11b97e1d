import { parsePastedNumbers } from '#domain/pasted-numbers.ts';
import { formatPhoneNumber, numberType, type PhoneNumber } from '#domain/phone-number.ts';
import type { NumberType } from '#domain/status.ts';

/** A text of a pasted list that is not taken, and why. `place` is where it stands in the list. */
export type NotTaken = {
  place: number;
  text: string;
  kind: 'twice' | 'held' | 'type' | 'unreadable';
  because: string;
};

/** A pasted list, sorted into what is taken and what is not. */
export type SortedPaste = { good: PhoneNumber[]; notTaken: NotTaken[] };

/** Why a number cannot be taken; null when it can. */
export type Objection = (phone: PhoneNumber) => Pick<NotTaken, 'kind' | 'because'> | null;

/** Sorts a pasted list: each number is taken once, unless something speaks against it. */
export function sortPasted(list: string, objection: Objection): SortedPaste {
  const good = new Set<PhoneNumber>();
  const seen = new Set<PhoneNumber>();
  const notTaken: NotTaken[] = [];
  for (const [place, one] of parsePastedNumbers(list).entries()) {
    if (one.phone === null) {
      notTaken.push({ place, text: one.text, kind: 'unreadable', because: one.because });
    } else if (seen.has(one.phone)) {
      const because = 'It stands in the list more than once; it is taken once.';
      notTaken.push({ place, text: formatPhoneNumber(one.phone), kind: 'twice', because });
    } else {
      seen.add(one.phone);
      const because = objection(one.phone);
      if (because) notTaken.push({ place, text: formatPhoneNumber(one.phone), ...because });
      else good.add(one.phone);
    }
  }
  return { good: [...good], notTaken };
}

/** That a number is of the other type than an order: local and toll-free never mix. */
export function ofOtherType(phone: PhoneNumber, type: NumberType): ReturnType<Objection> {
  if (numberType(phone) === type) return null;
  return { kind: 'type', because: `It is ${numberType(phone)}, and this order is ${type}.` };
}
