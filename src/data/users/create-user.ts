import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeAsOwner } from '../tenant.ts';
import { type CreatedUser, insertUser, type NewUser } from './insert-user.ts';

/** Makes a user who can sign in at once. */
export async function createUser(viewer: Viewer, user: NewUser): Promise<CreatedUser> {
  demand(viewer, 'users.create');
  return writeAsOwner((query) => insertUser(query, viewer, user, 'user-created'));
}
