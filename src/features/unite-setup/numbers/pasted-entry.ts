import { parsePhoneNumber } from '#domain/phone-number.ts';
import type { NotTaken } from '#domain/sort-pasted.ts';

type Placed = Pick<NotTaken, 'start' | 'end'>;

/** Whether an entry is one number of a range: the others go with it when it is cut out. */
export function isRange(list: string, { start, end }: Placed): boolean {
  return parsePhoneNumber(list.slice(start, end)) === null;
}

/** A list without one of its entries, and without the line or the separator that it leaves bare. */
export function without(list: string, { start, end }: Placed): string {
  const before = list.slice(0, start);
  const after = list.slice(end);
  const separator = /^[^\S\n]*(?:[,;|\t]|\r?\n|$)[^\S\n]*/.exec(after)?.[0] ?? '';
  return before + after.slice(separator.length);
}
