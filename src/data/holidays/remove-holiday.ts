import type { CalendarDate } from '#domain/calendar-date.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';

/** Makes a holiday a day like any other. Adding it again undoes it. Throws NotFound when the day is none (any more). */
export async function removeHoliday(viewer: Viewer, day: CalendarDate): Promise<void> {
  demand(viewer, 'holidays.change');
  await writeIn({ role: 'portal_staff' }, async (query) => {
    const [removed] = await query<{ name: string }>('DELETE FROM holiday WHERE day = $1 RETURNING name', [
      day,
    ]);
    if (!removed) throw new NotFound('holiday');
    await recordAdmin(query, viewer, {
      kind: 'holiday-removed',
      subject: day,
      changes: [{ field: 'name', from: removed.name, to: null }],
    });
  });
}
