import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';

/** Notes that a user has just signed in. */
export async function recordSignIn(viewer: Viewer, userId: string): Promise<void> {
  demand(viewer, 'users.sign-in');
  await pool().query('UPDATE app_user SET last_sign_in_at = now() WHERE id = $1', [userId]);
}
