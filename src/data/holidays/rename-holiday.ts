import { adminChanges } from '#domain/admin-event.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Changed } from '../admin/changed.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';

/** Gives a holiday another name; `was` is the name that was seen. Throws NotFound when the day is none (any more). */
export async function renameHoliday(
  viewer: Viewer,
  { day, was, name }: { day: CalendarDate; was: string; name: string },
): Promise<Changed> {
  demand(viewer, 'holidays.change');
  return writeIn({ role: 'portal_staff' }, async (query) => {
    const [known] = await query<{ name: string }>('SELECT name FROM holiday WHERE day = $1 FOR UPDATE', [
      day,
    ]);
    if (!known) throw new NotFound('holiday');
    const changes = adminChanges(known, { name });
    if (changes.length === 0) return { kind: 'unchanged' };
    if (known.name !== was) return { kind: 'refused', because: 'changed-since' };
    await query('UPDATE holiday SET name = $2 WHERE day = $1', [day, name]);
    await recordAdmin(query, viewer, { kind: 'holiday-renamed', subject: day, changes });
    return { kind: 'changed' };
  });
}
