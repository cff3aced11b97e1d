import { addDays, type CalendarDate, formatCalendarDate } from './calendar-date.ts';
import { type ClockTime, formatClockTime } from './clock-time.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** `2026-12-02` as `Wed 2 Dec 2026`. */
export function formatPortingDay(date: CalendarDate): string {
  return `${WEEKDAYS[weekdayOf(date)]} ${formatCalendarDate(date)}`;
}

/** A day and time of porting as `Wed 2 Dec 2026, 10:00 AM PT`; the day alone where no time is known. */
export function formatPortingMoment(date: CalendarDate, time: ClockTime | null): string {
  return time === null ? formatPortingDay(date) : `${formatPortingDay(date)}, ${formatClockTime(time)} PT`;
}

/** The seven days, Monday first, of the week that a day is in. Days of the calendar: no switch of clocks moves them. */
export function weekOf(date: CalendarDate): CalendarDate[] {
  const monday = addDays(date, -((weekdayOf(date) + 6) % 7));
  return Array.from({ length: 7 }, (_, day) => addDays(monday, day));
}

function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
