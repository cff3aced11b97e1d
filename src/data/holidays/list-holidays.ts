import type { Holidays } from '#domain/business-days.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';

/** Every day on which no carrier ports, with its name, the earliest first. */
export async function listHolidays(viewer: Viewer): Promise<Holidays> {
  demand(viewer, 'desk.read');
  const days = await readIn({ role: 'portal_staff' }, (query) =>
    query<{ day: CalendarDate; name: string }>('SELECT day, name FROM holiday ORDER BY day'),
  );
  return new Map(days.map(({ day, name }) => [day, name]));
}
