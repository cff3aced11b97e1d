import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeAsOwner } from '../tenant.ts';
import { type CreatedUser, insertUser, type NewUser } from './insert-user.ts';
import { giveLink, type LinkHash } from './link.ts';

/** Makes a user who chooses a password by a one-time link; until then `passwordHash` is that of one that nobody knows. */
export async function inviteUser(
  viewer: Viewer,
  user: NewUser,
  link: LinkHash,
  now: Date,
): Promise<CreatedUser> {
  demand(viewer, 'users.create');
  return writeAsOwner(async (query) => {
    const made = await insertUser(query, viewer, user, 'user-invited');
    if (made.created) await giveLink(query, made.userId, link, now);
    return made;
  });
}
