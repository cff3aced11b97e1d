import { adminChanges } from '#domain/admin-event.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { AdminAct } from '../admin/record.ts';
import { recordAdmin } from '../admin/record.ts';
import { type Query, writeAsOwner } from '../tenant.ts';
import { type HeldUser, holdUser, isSelf } from './held-user.ts';
import { takeLinks } from './link.ts';
import { findPlace, type NoSuchPlace, type UserPlace } from './place.ts';

export type UserChange =
  | { passwordHash: string }
  | { disabled: boolean }
  | { place: UserPlace }
  | { name: string };

export type ChangedUser =
  | { kind: 'changed' }
  | { kind: 'unchanged' }
  | { kind: 'refused'; because: 'no-such-user' | 'own' | 'last-lead' | NoSuchPlace };

/**
 * Gives a user a new password, shuts it out, lets it in again, or changes its role or name; but for the name, all of its
 * sessions end. Nobody shuts out or demotes itself (`own`), and somebody has to lead (`last-lead`).
 */
export async function changeUser(viewer: Viewer, email: string, change: UserChange): Promise<ChangedUser> {
  demand(viewer, 'users.change');
  return writeAsOwner(async (query) => {
    const user = await holdUser(query, email);
    if (!user) return { kind: 'refused', because: 'no-such-user' };
    if (takesLead(user, change)) {
      if (isSelf(user, viewer)) return { kind: 'refused', because: 'own' };
      if (user.lastLead) return { kind: 'refused', because: 'last-lead' };
    }
    if ('disabled' in change && isSelf(user, viewer)) return { kind: 'refused', because: 'own' };
    const act = await write(query, user, change);
    if (act === null) return { kind: 'unchanged' };
    if (typeof act === 'string') return { kind: 'refused', because: act };
    await recordAdmin(query, viewer, { ...act, subject: user.email });
    return { kind: 'changed' };
  });
}

function takesLead(user: HeldUser, change: UserChange): boolean {
  if (user.role !== 'lead') return false;
  return 'disabled' in change ? change.disabled : 'place' in change && change.place.role !== 'lead';
}

type Act = Omit<AdminAct, 'subject'>;

/** Makes the change. What to record of it; null when nothing differs. */
async function write(query: Query, user: HeldUser, change: UserChange): Promise<Act | NoSuchPlace | null> {
  if ('passwordHash' in change) {
    await query(`UPDATE app_user SET password_hash = $2, ${ENDING_SESSIONS}`, [user.id, change.passwordHash]);
    await takeLinks(query, user.id);
    return { kind: 'user-password-changed' };
  }
  if ('disabled' in change) {
    if (change.disabled === user.disabled) return null;
    await query(`UPDATE app_user SET disabled_at = CASE WHEN $2 THEN now() END, ${ENDING_SESSIONS}`, [
      user.id,
      change.disabled,
    ]);
    return { kind: change.disabled ? 'user-disabled' : 'user-enabled' };
  }
  if ('name' in change) {
    const changes = adminChanges(user, { name: change.name });
    if (changes.length === 0) return null;
    await query('UPDATE app_user SET name = $2 WHERE id = $1', [user.id, change.name]);
    return { kind: 'user-renamed', changes };
  }
  const place = await findPlace(query, change.place);
  if (typeof place === 'string') return place;
  const changes = adminChanges(user, place.recorded);
  if (changes.length === 0) return null;
  await query(`UPDATE app_user SET role = $2, partner_id = $3, account_id = $4, ${ENDING_SESSIONS}`, [
    user.id,
    place.role,
    place.partnerId,
    place.accountId,
  ]);
  return { kind: 'user-role-changed', changes };
}

const ENDING_SESSIONS = 'session_version = session_version + 1 WHERE id = $1';
