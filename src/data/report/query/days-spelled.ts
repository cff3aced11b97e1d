import { addDays, type CalendarDate } from '#domain/calendar-date.ts';
import { formatClockTime } from '#domain/clock-time.ts';
import { dateSpellings, fold } from '#domain/find.ts';

/** All that a calendar date can be: 1970 to 2199. */
export const FIRST_DAY = '1970-01-01' as CalendarDate;
const DAYS = 84_006;
/** The bits of `daysSpelled`: more than days, and a power of two. */
export const BITS = 131_072;

/** What a date's spellings are made of: digits, the letters of months, and what stands between. */
const COULD_BE_A_DATE = /^[\da-y /-]{1,11}$/;
const COULD_BE_A_TIME = /^[\d: apm]{1,8}$/;

/** The days that are found by a folded text: bit `n` for the day `n` days after the first. Null when there are none. */
export function daysSpelled(text: string): { bits: Buffer } | null {
  if (!COULD_BE_A_DATE.test(text)) return null;
  const bits = Buffer.alloc(BITS / 8);
  let some = false;
  calendar().forEach((spellings, day) => {
    if (!spellings.includes(text)) return;
    some = true;
    bits[day >> 3] = (bits[day >> 3] ?? 0) | (1 << (day & 7));
  });
  return some ? { bits } : null;
}

/** The times of day, `HH:MM`, that are found by a folded text. */
export function timesSpelled(text: string): string[] {
  if (!COULD_BE_A_TIME.test(text)) return [];
  return clock().filter((time) => fold(formatClockTime(time)).includes(text));
}

let spelled: string[] | undefined;

/** The spellings of every day. */
function calendar(): string[] {
  spelled ??= Array.from({ length: DAYS }, (_, day) => dateSpellings(addDays(FIRST_DAY, day)));
  return spelled;
}

function clock(): string[] {
  return Array.from({ length: 24 * 60 }, (_, minute) => {
    const hours = String(Math.floor(minute / 60)).padStart(2, '0');
    return `${hours}:${String(minute % 60).padStart(2, '0')}`;
  });
}
