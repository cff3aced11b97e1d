import type { CalendarDate } from '#domain/calendar-date.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';

/** Where home leads to. The addresses are other features', so that whoever composes the page gives them. */
export type HomeLinks = {
  /** All numbers that wait for the partner, those of the days of porting, those that are ready; of one account or all. */
  waiting: string;
  ports: (from: CalendarDate, to: CalendarDate) => string;
  ready: (accountId: string | null) => string;
  /** One order's first number in the report of its account; of one that waits, among what waits. */
  request: (order: { accountId: string; requestId: string; phone: PhoneNumber; waits: boolean }) => string;
  report: string;
  /** Where numbers are assigned. */
  assign: string;
  setUp: string;
};
