import { demand } from '#domain/permissions.ts';
import { type Preferences, parsePreference } from '#domain/preferences.ts';
import type { Viewer } from '#domain/viewer.ts';
import { prisma } from '../connection.ts';

/** The viewer's own preferences. */
export async function readPreferences(viewer: Viewer): Promise<Preferences> {
  demand(viewer, 'preferences.own');
  if (viewer.role === 'system') return {};
  const rows = await prisma().userPreference.findMany({
    where: { userId: viewer.userId },
    select: { key: true, value: true },
  });
  const known = rows
    .map((row) => parsePreference(row.key, row.value))
    .filter((preference) => preference !== null);
  return Object.fromEntries(known.map(({ key, value }) => [key, value]));
}
