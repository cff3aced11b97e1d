import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import type { UploadProgress } from './apply-upload.ts';
import { findUpload, STAFF } from './upload.ts';

/** How far an upload is, for whoever watches it. Throws NotFound. */
export async function readProgress(viewer: Viewer, id: string): Promise<UploadProgress> {
  demand(viewer, 'desk.read');
  return readIn(STAFF, async (query) => {
    const { act } = await findUpload(query, id);
    const [counted] = await query<Omit<UploadProgress, 'done'>>(
      `SELECT count(*) FILTER (WHERE outcome = 'changed')::integer AS changed,
         count(*) FILTER (WHERE outcome = 'conflict')::integer AS conflicts,
         count(*) FILTER (WHERE outcome = 'ready')::integer AS remaining
       FROM desk_act_order WHERE act_id = $1`,
      [act?.id ?? null],
    );
    return { changed: 0, conflicts: 0, remaining: 0, ...counted, done: Boolean(act?.appliedAt) };
  });
}
