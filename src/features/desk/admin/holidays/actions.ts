'use server';

import { z } from 'zod';
import { addHoliday as add } from '#data/holidays/add-holiday.ts';
import { removeHoliday as remove } from '#data/holidays/remove-holiday.ts';
import { renameHoliday as rename } from '#data/holidays/rename-holiday.ts';
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from '#domain/calendar-date.ts';
import { act } from '#server/action.ts';
import { type Answered, CHANGED_SINCE, done, refused } from '../answer.ts';
import { checked, Given, line } from '../checked.ts';

const Day = z.string().transform((text, context): CalendarDate => {
  const day = parseCalendarDate(text);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'Choose the day.' });
  return z.NEVER;
});
const Name = line('Give the holiday its name.');

/** Adds a holiday. How many open orders are planned for that day comes back. */
export async function addHoliday(given: { day: string; name: string }): Answered<number> {
  const verb = checked('holidays.change', z.object({ day: Day, name: Name }), async (viewer, input) => {
    const result = await add(viewer, input);
    if (result.added) return done(result.orders);
    return refused(`${formatCalendarDate(input.day)} is ${result.name} already.`, 'day');
  });
  return act('add-holiday', Given, given, verb);
}

const Renamed = z.object({ day: Day, was: z.string(), name: Name });

/** Gives a holiday another name. */
export async function renameHoliday(given: z.input<typeof Renamed>): Answered {
  const verb = checked('holidays.change', Renamed, async (viewer, input) => {
    const result = await rename(viewer, input);
    return result.kind === 'refused' ? refused(CHANGED_SINCE) : done(null);
  });
  return act('rename-holiday', Given, given, verb);
}

/** Removes a holiday. Adding it again undoes that. */
export async function removeHoliday(given: { day: string }): Answered {
  const verb = checked('holidays.change', z.object({ day: Day }), async (viewer, { day }) => {
    await remove(viewer, day);
    return done(null);
  });
  return act('remove-holiday', Given, given, verb);
}
