import { businessDaysSince, type Holidays } from '#domain/business-days.ts';
import { type CalendarDate, formatCalendarDate } from '#domain/calendar-date.ts';
import { counted } from '#domain/counted.ts';
import type { Turn } from '#domain/status.ts';

/** `Wed 2 Dec 2026`. */
export function weekdayDate(date: CalendarDate): string {
  return `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${formatCalendarDate(date)}`;
}

/** How far away a day is: `today`, `in 5 business days`, `2 business days ago`. */
export function distance(
  date: CalendarDate,
  { today, holidays }: { today: CalendarDate; holidays: Holidays },
): string {
  if (date === today) return 'today';
  return date < today
    ? `${counted(businessDaysSince(date, today, holidays), 'business day')} ago`
    : `in ${counted(businessDaysSince(today, date, holidays), 'business day')}`;
}

export const TURN_WORDS: Record<Turn, string> = {
  partner: 'the partner’s turn',
  'porting-team': 'our turn',
  'team-or-carrier': 'our turn or the carrier’s',
  'the-day': 'awaiting its day',
  nobody: 'nothing left to do',
};

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
