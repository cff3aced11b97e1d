import { fold } from '#domain/find.ts';
import { demand } from '#domain/permissions.ts';
import type { UserRole, Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';
import { folded } from '../folded.ts';
import { LISTED_USER, type ListedUser, type ListedUserRow, listedUser, USERS } from './listed-user.ts';

/** How many users are on a page of the list. */
export const USERS_PAGE = 50;

export type UserFilter = { text: string; role: UserRole | null; partner: string | null; page: number };

/**
 * A page, from 1 on, of the users whose name, email address, partner or account holds a text, in any case, by name;
 * `partner` is a slug. `total` counts all of them.
 */
export async function listUsers(
  viewer: Viewer,
  { text, role, partner, page }: UserFilter,
  now: Date,
): Promise<{ users: ListedUser[]; total: number }> {
  demand(viewer, 'admin.read');
  const values = [fold(text).trim(), role, partner];
  const counted = await pool().query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM ${USERS} WHERE ${MATCHES}`,
    values,
  );
  const listed = await pool().query<ListedUserRow>(
    `SELECT ${LISTED_USER} FROM ${USERS} WHERE ${MATCHES}
     ORDER BY lower(u.name), u.id LIMIT $4 OFFSET $5`,
    [...values, USERS_PAGE, (page - 1) * USERS_PAGE],
  );
  return { users: listed.rows.map((row) => listedUser(row, now)), total: counted.rows[0]?.total ?? 0 };
}

const HAYSTACK = folded(
  `u.name || E'\\n' || u.email || E'\\n' || coalesce(p.name, '') || E'\\n' || coalesce(a.id, '') || E'\\n' || coalesce(a.company_name, '')`,
);
const MATCHES = `strpos(${HAYSTACK}, $1) > 0 AND ($2::user_role IS NULL OR u.role = $2)
  AND ($3::text IS NULL OR p.slug = $3)`;
