import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeAsOwner } from '../tenant.ts';
import { type LinkHash, takeLinks } from './link.ts';

/**
 * Gives the user of a one-time link the password that it chose, and ends all of its sessions. False when the link is
 * unknown, used, expired, or its user is disabled. Of two who use one link at once, the second is late.
 */
export async function choosePassword(
  viewer: Viewer,
  { link, passwordHash }: { link: LinkHash; passwordHash: string },
  now: Date,
): Promise<boolean> {
  demand(viewer, 'users.sign-in');
  return writeAsOwner(async (query) => {
    // The user first, as everybody who changes one does.
    const [user] = await query<{ userId: string; email: string; name: string }>(
      `SELECT u.id AS "userId", u.email, u.name FROM user_invite i JOIN app_user u ON u.id = i.user_id
       WHERE i.token_hash = $1 AND u.disabled_at IS NULL FOR UPDATE OF u`,
      [link],
    );
    if (!user) return false;
    const used = await query(
      `UPDATE user_invite SET used_at = $2
       WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING id`,
      [link, now],
    );
    if (used.length === 0) return false;
    await query(
      'UPDATE app_user SET password_hash = $2, session_version = session_version + 1 WHERE id = $1',
      [user.userId, passwordHash],
    );
    await takeLinks(query, user.userId);
    await recordAdmin(query, user, { kind: 'user-password-chosen', subject: user.email });
    return true;
  });
}
