import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';
import { LISTED_USER, type ListedUser, type ListedUserRow, listedUser, USERS } from './listed-user.ts';

/** The user of an id (a UUID); null when there is none. */
export async function readUser(viewer: Viewer, id: string, now: Date): Promise<ListedUser | null> {
  demand(viewer, 'admin.read');
  const { rows } = await pool().query<ListedUserRow>(`SELECT ${LISTED_USER} FROM ${USERS} WHERE u.id = $1`, [
    id,
  ]);
  return rows[0] ? listedUser(rows[0], now) : null;
}
