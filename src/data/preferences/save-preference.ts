import { demand } from '#domain/permissions.ts';
import type { Preference } from '#domain/preferences.ts';
import type { Viewer } from '#domain/viewer.ts';
import { prisma } from '../connection.ts';

/** Remembers one preference of the viewer, in place of what was remembered under its key. */
export async function savePreference(viewer: Viewer, { key, value }: Preference): Promise<void> {
  demand(viewer, 'preferences.own');
  if (viewer.role === 'system') return;
  const { userId } = viewer;
  await prisma().userPreference.upsert({
    where: { userId_key: { userId, key } },
    create: { userId, key, value },
    update: { value },
    select: { key: true },
  });
}
