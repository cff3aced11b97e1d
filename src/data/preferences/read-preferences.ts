import { demand } from '#domain/permissions.ts';
import { type Preferences, parsePreference } from '#domain/preferences.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';

/** The viewer's own preferences. Read with every page of the report: a name of its own lets Postgres plan it once per connection. */
export async function readPreferences(viewer: Viewer): Promise<Preferences> {
  demand(viewer, 'preferences.own');
  if (viewer.role === 'system') return {};
  const { rows } = await pool().query<{ key: string; value: unknown }>({
    name: 'read-preferences',
    text: 'SELECT key, value FROM user_preference WHERE user_id = $1',
    values: [viewer.userId],
  });
  const known = rows
    .map((row) => parsePreference(row.key, row.value))
    .filter((preference) => preference !== null);
  return Object.fromEntries(known.map(({ key, value }) => [key, value]));
}
