import type { CalendarDate } from '#domain/calendar-date.ts';
import { demand } from '#domain/permissions.ts';
import { accessOf, type UserAccess } from '#domain/user-access.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';
import { readIn } from '../tenant.ts';
import { LINK_EXPIRES_AT } from '../users/link.ts';

/** What there is to keep: counts, users by whether they can sign in, the next holiday, and the last year that has any. */
export type Overview = {
  partners: number;
  accounts: number;
  users: Record<UserAccess, number>;
  nextHoliday: { day: CalendarDate; name: string } | null;
  lastHolidayYear: number | null;
  reasons: { offered: number; retired: number };
};

/** Everything that administration is about, at a glance; `today` is the Pacific day. */
export async function readOverview(viewer: Viewer, today: CalendarDate, now: Date): Promise<Overview> {
  demand(viewer, 'admin.read');
  const [counts, people] = await Promise.all([
    readIn({ role: 'portal_staff' }, (query) => query<Omit<Overview, 'users'>>(COUNTS, [today])),
    pool().query<{ disabledAt: Date | null; linkExpiresAt: Date | null }>(
      `SELECT u.disabled_at AS "disabledAt", ${LINK_EXPIRES_AT} AS "linkExpiresAt" FROM app_user u`,
    ),
  ]);
  const users: Record<UserAccess, number> = { active: 0, invited: 0, 'link-expired': 0, disabled: 0 };
  for (const person of people.rows) users[accessOf(person, now)] += 1;
  const [counted] = counts;
  if (!counted) throw new Error('Nothing was counted.');
  return { ...counted, users };
}

const COUNTS = `
  SELECT (SELECT count(*)::integer FROM partner) AS partners, (SELECT count(*)::integer FROM account) AS accounts,
    (SELECT jsonb_build_object('day', day, 'name', name) FROM holiday WHERE day >= $1 ORDER BY day LIMIT 1) AS "nextHoliday",
    (SELECT extract(year FROM max(day))::integer FROM holiday) AS "lastHolidayYear",
    (SELECT jsonb_build_object('offered', count(*) FILTER (WHERE NOT retired), 'retired', count(*) FILTER (WHERE retired))
     FROM reject_reason) AS reasons`;
