import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';
import type { LinkHash } from './link.ts';

/** Whom a link is for. */
export type Invitation = { email: string; name: string };

/** Whom a one-time link is for; null when it is unknown, used, expired, or its user is disabled. */
export async function readInvitation(viewer: Viewer, link: LinkHash, now: Date): Promise<Invitation | null> {
  demand(viewer, 'users.sign-in');
  const { rows } = await pool().query<Invitation>(
    `SELECT u.email, u.name FROM user_invite i JOIN app_user u ON u.id = i.user_id
     WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2 AND u.disabled_at IS NULL`,
    [link, now],
  );
  return rows[0] ?? null;
}
