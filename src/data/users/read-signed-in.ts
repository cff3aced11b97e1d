import { demand } from '#domain/permissions.ts';
import type { Viewer, ViewerFacts } from '#domain/viewer.ts';
import { pool } from '../connection.ts';
import { factsOf, USER_COLUMNS, type UserRow } from './user-row.ts';

/**
 * Who the bearer of a session is now. Null when the user was deleted or disabled, or when its sessions were ended by
 * raising session_version. Read at every request: a name of its own lets Postgres plan it once per connection.
 */
export async function readSignedIn(
  viewer: Viewer,
  session: { userId: string; sessionVersion: number },
): Promise<ViewerFacts | null> {
  demand(viewer, 'users.sign-in');
  const { rows } = await pool().query<UserRow>({
    name: 'read-signed-in',
    text: `SELECT ${USER_COLUMNS} FROM app_user WHERE id = $1 AND session_version = $2 AND disabled_at IS NULL`,
    values: [session.userId, session.sessionVersion],
  });
  return rows[0] ? factsOf(rows[0]) : null;
}
