import { type AdminEventKind, adminChanges } from '#domain/admin-event.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../admin/record.ts';
import type { Query } from '../tenant.ts';
import { findPlace, type NoSuchPlace, type UserPlace } from './place.ts';

/** Who is to be made. The password is hashed already. */
export type NewUser = { email: string; name: string; passwordHash: string } & UserPlace;

export type CreatedUser =
  | { created: true; userId: string }
  | { created: false; because: 'email-taken' | NoSuchPlace };

/** Makes a user and records it. The email address is kept in lower case and belongs to one user of the whole portal. */
export async function insertUser(
  query: Query,
  viewer: Viewer,
  user: NewUser,
  kind: AdminEventKind,
): Promise<CreatedUser> {
  const place = await findPlace(query, user);
  if (typeof place === 'string') return { created: false, because: place };
  const email = user.email.trim().toLowerCase();
  const name = user.name.trim();
  const [made] = await query<{ id: string }>(
    `INSERT INTO app_user (email, name, role, partner_id, account_id, password_hash)
     VALUES (lower($1), $2, $3, $4, $5, $6) ON CONFLICT (email) DO NOTHING RETURNING id`,
    [email, name, place.role, place.partnerId, place.accountId, user.passwordHash],
  );
  if (!made) return { created: false, because: 'email-taken' };
  const changes = adminChanges({}, { name, ...place.recorded });
  await recordAdmin(query, viewer, { kind, subject: email, changes });
  return { created: true, userId: made.id };
}
