import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';

/** What signing in needs to know of a user. */
export type Credentials = { userId: string; sessionVersion: number; passwordHash: string };

/** The credentials of the user of an email address, in any case; null when there is none or it is disabled. */
export async function findCredentials(viewer: Viewer, email: string): Promise<Credentials | null> {
  demand(viewer, 'users.sign-in');
  const { rows } = await pool().query<Credentials>(
    `SELECT id AS "userId", session_version AS "sessionVersion", password_hash AS "passwordHash"
     FROM app_user WHERE email = lower($1) AND disabled_at IS NULL`,
    [email.trim()],
  );
  return rows[0] ?? null;
}
