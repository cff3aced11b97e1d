import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeAsOwner } from '../tenant.ts';
import { holdUser, isSelf } from './held-user.ts';
import { giveLink, type LinkHash } from './link.ts';

export type ResetPassword =
  | { kind: 'changed' }
  | { kind: 'refused'; because: 'no-such-user' | 'own' | 'disabled' };

/**
 * Gives a user a one-time link to choose a new password, in place of any that it has not used. The old password stops
 * working and all sessions end at once: `passwordHash` is that of a password that nobody knows.
 */
export async function resetPassword(
  viewer: Viewer,
  email: string,
  { passwordHash, link }: { passwordHash: string; link: LinkHash },
  now: Date,
): Promise<ResetPassword> {
  demand(viewer, 'users.change');
  return writeAsOwner(async (query) => {
    const user = await holdUser(query, email);
    if (!user) return { kind: 'refused', because: 'no-such-user' };
    // It would be out before it could copy the link.
    if (isSelf(user, viewer)) return { kind: 'refused', because: 'own' };
    if (user.disabled) return { kind: 'refused', because: 'disabled' };
    await query(
      'UPDATE app_user SET password_hash = $2, session_version = session_version + 1 WHERE id = $1',
      [user.id, passwordHash],
    );
    await giveLink(query, user.id, link, now);
    const kind = user.waits ? 'user-invited-again' : 'user-password-reset';
    await recordAdmin(query, viewer, { kind, subject: user.email });
    return { kind: 'changed' };
  });
}
