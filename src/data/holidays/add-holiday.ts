import type { CalendarDate } from '#domain/calendar-date.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';

/** `orders` are the open ones that are due on that day already. */
export type AddedHoliday =
  | { added: true; orders: number }
  | { added: false; because: 'there-already'; name: string };

/** Makes a day one on which no carrier ports. What is planned for it stays planned: the answer counts it. */
export async function addHoliday(
  viewer: Viewer,
  { day, name }: { day: CalendarDate; name: string },
): Promise<AddedHoliday> {
  demand(viewer, 'holidays.change');
  return writeIn({ role: 'portal_staff' }, async (query) => {
    const [added] = await query(
      'INSERT INTO holiday (day, name) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING RETURNING day',
      [day, name],
    );
    if (!added) {
      const [known] = await query<{ name: string }>('SELECT name FROM holiday WHERE day = $1', [day]);
      return { added: false, because: 'there-already', name: known?.name ?? '' };
    }
    await recordAdmin(query, viewer, {
      kind: 'holiday-added',
      subject: day,
      changes: [{ field: 'name', from: null, to: name }],
    });
    const [due] = await query<{ orders: number }>(
      'SELECT count(*)::integer AS orders FROM port_order WHERE next_on = $1 AND foc_on = $1',
      [day],
    );
    return { added: true, orders: due?.orders ?? 0 };
  });
}
