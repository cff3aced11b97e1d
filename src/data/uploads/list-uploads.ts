import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { STAFF, selectUploads, type Upload } from './upload.ts';

const PAGE_SIZE = 25;

/** Where a page of the list begins: after the upload that came then. */
export type UploadPosition = { at: Date; id: string };

/** `next` is null on the last page. */
export type UploadList = { uploads: Upload[]; next: UploadPosition | null };

/** The carriers' lists of the porting team, the newest first, a page after `position`. */
export async function listUploads(viewer: Viewer, position: UploadPosition | null): Promise<UploadList> {
  demand(viewer, 'desk.read');
  const after = position ? 'WHERE u.at < $1 OR u.at = $1 AND u.id > $2' : '';
  const found = await readIn(STAFF, (query) =>
    selectUploads(
      query,
      `${after} ORDER BY u.at DESC, u.id LIMIT ${PAGE_SIZE + 1}`,
      position ? [position.at, position.id] : [],
    ),
  );
  const uploads = found.slice(0, PAGE_SIZE);
  const last = uploads.at(-1);
  return { uploads, next: found.length > PAGE_SIZE && last ? { at: last.at, id: last.id } : null };
}
