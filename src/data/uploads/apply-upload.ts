import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { applyAct } from '../orders/apply-act.ts';
import { readIn, writeIn } from '../tenant.ts';
import { recountRows } from './engine/count-rows.ts';
import { findUpload, STAFF } from './upload.ts';

/** How far an upload is, in orders, counted over all of it. */
export type UploadProgress = { done: boolean; changed: number; conflicts: number; remaining: number };

/**
 * Applies the next 1,000 orders of an upload whose preview `actId` the viewer has seen: call it again until it is done. Safe
 * to repeat, to take up after a fault, and to be called twice at once. Null when there is another preview by now. Throws
 * NotFound, also for a preview that somebody else made.
 */
export async function applyUpload(
  viewer: Viewer,
  id: string,
  actId: string,
  now: Date,
): Promise<UploadProgress | null> {
  demand(viewer, 'uploads.apply');
  const upload = await readIn(STAFF, (query) => findUpload(query, id));
  if (upload.act?.id !== actId) return null;
  const { done, changed, remaining, conflictCount } = await applyAct(viewer, actId, now);
  if (done) await writeIn(STAFF, (query) => recountRows(query, id, actId));
  return { done, changed, remaining, conflicts: conflictCount };
}
