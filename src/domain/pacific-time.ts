import type { CalendarDate } from './calendar-date.ts';

/** The zone that "PT" means: Pacific, with its switches between PST and PDT. */
export const PACIFIC = 'America/Los_Angeles';

const MOMENT = new Intl.DateTimeFormat('en-US', {
  timeZone: PACIFIC,
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

/** An instant as `Mon 23 Nov 2026, 9:42 AM PT`. */
export function formatMoment(instant: Date): string {
  const part = parts(instant);
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')} ${part('dayPeriod')} PT`;
}

/** The Pacific calendar day of an instant. */
export function pacificDate(instant: Date): CalendarDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone: PACIFIC }).format(instant) as CalendarDate;
}

function parts(instant: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const found = MOMENT.formatToParts(instant);
  return (type) => found.find((part) => part.type === type)?.value ?? '';
}
