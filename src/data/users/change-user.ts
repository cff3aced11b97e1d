import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';

export type UserChange = { passwordHash: string } | { disabled: boolean };

/** Gives a user a new password, or shuts it out, or lets it in again; all of its sessions end. False when nobody has the email. */
export async function changeUser(viewer: Viewer, email: string, change: UserChange): Promise<boolean> {
  demand(viewer, 'users.change');
  const [assignment, value] =
    'passwordHash' in change
      ? ['password_hash = $2', change.passwordHash]
      : ['disabled_at = CASE WHEN $2 THEN coalesce(disabled_at, now()) END', change.disabled];
  const { rowCount } = await pool().query(
    `UPDATE app_user SET ${assignment}, session_version = session_version + 1 WHERE email = lower($1)`,
    [email.trim(), value],
  );
  return rowCount === 1;
}
