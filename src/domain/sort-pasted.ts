import { type PastedNumber, parsePastedNumbers } from './pasted-numbers.ts';
import { formatPhoneNumber, numberType, type PhoneNumber } from './phone-number.ts';
import type { NumberType } from './status.ts';

/** A text of a pasted list that is not taken, and why. `place` counts the list's numbers, the rest is where it stands. */
export type NotTaken = Pick<PastedNumber, 'text' | 'line' | 'start' | 'end'> & {
  place: number;
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
  const lines = new Map<PhoneNumber, number>();
  const notTaken: NotTaken[] = [];
  for (const [place, one] of parsePastedNumbers(list).entries()) {
    const { text, line, start, end } = one;
    const refuse = (kind: NotTaken['kind'], because: string) => {
      const shown = one.phone === null ? text : formatPhoneNumber(one.phone);
      notTaken.push({ text: shown, line, start, end, place, kind, because });
    };
    if (one.phone === null) {
      refuse('unreadable', one.because);
      continue;
    }
    const before = lines.get(one.phone);
    if (before !== undefined) {
      refuse('twice', `It stands in the list more than once, first on line ${before}; it is taken once.`);
      continue;
    }
    lines.set(one.phone, line);
    const because = objection(one.phone);
    if (because) refuse(because.kind, because.because);
    else good.add(one.phone);
  }
  return { good: [...good], notTaken };
}

/** That a number is of the other type than an order: local and toll-free never mix. */
export function ofOtherType(phone: PhoneNumber, type: NumberType): ReturnType<Objection> {
  if (numberType(phone) === type) return null;
  return { kind: 'type', because: `It is ${numberType(phone)}, and this order is ${type}.` };
}
