import { addDays, type CalendarDate, formatCalendarDate } from './calendar-date.ts';

/** Days on which no carrier ports, with their names. Leads keep the list. */
export type Holidays = ReadonlyMap<CalendarDate, string>;

/** Why carriers do not work on a day ("a Saturday", "Thanksgiving Day"); null for a business day. */
export function dayOff(date: CalendarDate, holidays: Holidays): string | null {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return 'a Saturday';
  if (weekday === 0) return 'a Sunday';
  return holidays.get(date) ?? null;
}

/** Why a carrier cannot port on a day: it is past, at a weekend or a holiday. Null when it can. */
export function notAPortingDay(date: CalendarDate, today: CalendarDate, holidays: Holidays): string | null {
  const day = formatCalendarDate(date);
  if (date < today) return `${day} is past.`;
  const off = dayOff(date, holidays);
  return off === null ? null : `${day} is ${off}: carriers do not port then.`;
}

/** The first business day on or after a date. */
export function nextBusinessDay(date: CalendarDate, holidays: Holidays): CalendarDate {
  let day = date;
  while (dayOff(day, holidays) !== null) day = addDays(day, 1);
  return day;
}

/** How many business days have begun since a date: 0 on the day itself, 1 on the next business day. Not below 0. */
export function businessDaysSince(since: CalendarDate, today: CalendarDate, holidays: Holidays): number {
  if (since >= today) return 0;
  const days = Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000);
  const weekday = new Date(`${since}T00:00:00Z`).getUTCDay();
  // Whole weeks have five; what is left of a week is walked.
  let count = Math.floor(days / 7) * 5;
  for (let i = 1; i <= days % 7; i++) {
    const day = (weekday + i) % 7;
    if (day !== 0 && day !== 6) count += 1;
  }
  for (const holiday of holidays.keys()) {
    const day = new Date(`${holiday}T00:00:00Z`).getUTCDay();
    if (holiday > since && holiday <= today && day !== 0 && day !== 6) count -= 1;
  }
  return count;
}
