import { z } from 'zod';
import { type CalendarDate, parseCalendarDate } from '#domain/calendar-date.ts';
import { type ClockTime, parseClockTime } from '#domain/clock-time.ts';
import type { Move } from '#domain/moves.ts';
import { DETAILED_STATUSES } from '#domain/status.ts';

/** A calendar date at the door. */
export const DateSchema = z.string().transform((text, context): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', message: `“${text.slice(0, 40)}” is no date.` });
  return z.NEVER;
});

const TimeSchema = z.string().transform((text, context): ClockTime => {
  const time = parseClockTime(text);
  if (time) return time;
  context.addIssue({ code: 'custom', message: `“${text.slice(0, 40)}” is no time of day.` });
  return z.NEVER;
});

/** Free text that is kept with an order. */
export const TextSchema = z
  .string()
  .trim()
  .max(4000, 'A text has at most 4,000 characters.')
  // Postgres keeps no NUL.
  .refine((text) => !text.includes('\0'), 'A text cannot hold a NUL character.');

/** A move as a browser sends it; whether it is legal is for the verb to decide. */
export const MoveSchema: z.ZodType<Move> = z.strictObject({
  to: z.enum(DETAILED_STATUSES),
  submittedOn: DateSchema.optional(),
  estimatedOn: DateSchema.optional(),
  focOn: DateSchema.optional(),
  focTime: TimeSchema.optional(),
  approvedOn: DateSchema.optional(),
  rejectReason: TextSchema.optional(),
  note: TextSchema.optional(),
  override: z.boolean().optional(),
  correction: z.boolean().optional(),
});
