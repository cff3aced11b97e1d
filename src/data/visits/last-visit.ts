import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';

/** When the visit before this one ended; null when this is the first. */
export async function lastVisit(viewer: Viewer): Promise<Date | null> {
  demand(viewer, 'home.read');
  if (viewer.role !== 'partner') throw new NotFound('visits');
  const { rows } = await pool().query<{ at: Date | null }>(
    'SELECT previous_at AS at FROM user_visit WHERE user_id = $1',
    [viewer.userId],
  );
  return rows[0]?.at ?? null;
}
