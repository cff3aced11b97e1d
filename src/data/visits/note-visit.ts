import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';

/** After so many minutes without a page, a visit is over. */
export const VISIT_ENDS_AFTER_MINUTES = 30;

/**
 * Notes that a viewer is here. A visit that ended makes way for a new one, and the moment of its last page is what "since
 * your last visit" counts from.
 */
export async function noteVisit(viewer: Viewer, now: Date): Promise<void> {
  demand(viewer, 'home.read');
  if (viewer.role !== 'partner') return;
  await pool().query(NOTE, [viewer.userId, now]);
}

const ENDED = `user_visit.seen_at < $2::timestamptz - interval '${VISIT_ENDS_AFTER_MINUTES} minutes'`;

// A clock that is behind another server's never moves a visit back.
const NOTE = `
  INSERT INTO user_visit (user_id, began_at, seen_at) VALUES ($1, $2, $2)
  ON CONFLICT (user_id) DO UPDATE SET
    previous_at = CASE WHEN ${ENDED} THEN user_visit.seen_at ELSE user_visit.previous_at END,
    began_at = CASE WHEN ${ENDED} THEN excluded.began_at ELSE user_visit.began_at END,
    seen_at = greatest(user_visit.seen_at, excluded.seen_at)`;
