import { addDays, type CalendarDate } from '#domain/calendar-date.ts';
import { formatClockTime } from '#domain/clock-time.ts';
import { dateSpellings, fold } from '#domain/find.ts';

const FIRST_DAY = '1970-01-01' as CalendarDate;
const DAYS = 84_006;
/** What a date's spellings are made of: digits, the letters of months, and what stands between. */
const COULD_BE_A_DATE = /^[\d\sa-y/-]{1,11}$/;
const COULD_BE_A_TIME = /^[\d:\sapm]{1,8}$/;

/** The days, of all that a calendar date can be (1970 to 2199), that are found by a folded text. */
export function daysSpelled(text: string): CalendarDate[] {
  if (!COULD_BE_A_DATE.test(text)) return [];
  const { days, spellings } = calendar();
  return days.filter((_, at) => spellings[at]?.includes(text));
}

/** The times of day, `HH:MM`, that are found by a folded text. */
export function timesSpelled(text: string): string[] {
  if (!COULD_BE_A_TIME.test(text)) return [];
  return clock().filter((time) => fold(formatClockTime(time)).includes(text));
}

type Calendar = { days: CalendarDate[]; spellings: string[] };
let made: Calendar | undefined;

function calendar(): Calendar {
  if (!made) {
    const days = Array.from({ length: DAYS }, (_, day) => addDays(FIRST_DAY, day));
    made = { days, spellings: days.map(dateSpellings) };
  }
  return made;
}

function clock(): string[] {
  return Array.from({ length: 24 * 60 }, (_, minute) => {
    const hours = String(Math.floor(minute / 60)).padStart(2, '0');
    return `${hours}:${String(minute % 60).padStart(2, '0')}`;
  });
}
