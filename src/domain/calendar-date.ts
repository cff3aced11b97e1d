/** A day of the calendar, `YYYY-MM-DD`. Never an instant: it is the same day in every time zone. */
export type CalendarDate = string & { readonly __calendarDate: unique symbol };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A calendar date of year, month (1 to 12) and day; null when there is no such day between 1970 and 2199. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1970 || year > 2199) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}` as CalendarDate;
}

/**
 * Reads `2026-11-18`, `11/18/2026`, `18 Nov 2026`, each with an optional midnight after it (`12:00:00 AM`,
 * `T00:00:00Z`). Null for anything else, also for a time of day that is not midnight: it would not be a calendar date.
 */
export function parseCalendarDate(text: string): CalendarDate | null {
  const bare = text.trim().replace(/(?:\s+12:00(?::00)?\s*AM|[\sT]00:00(?::00(?:\.0+)?)?Z?)$/i, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(bare);
  if (american) return calendarDate(Number(american[3]), Number(american[1]), Number(american[2]));
  const spoken = /^(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})$/.exec(bare);
  if (!spoken) return null;
  const month = MONTHS.findIndex((name) => name.toLowerCase() === spoken[2]?.toLowerCase());
  return calendarDate(Number(spoken[3]), month + 1, Number(spoken[1]));
}

/** `2026-11-08` as `8 Nov 2026`. */
export function formatCalendarDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10) as CalendarDate;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
