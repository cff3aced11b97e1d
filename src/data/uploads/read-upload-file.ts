import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { STAFF } from './upload.ts';

/** The file of an upload, as it came. */
export type UploadFile = { fileName: string; content: Buffer };

/** Reads the file of an upload. Throws NotFound. */
export async function readUploadFile(viewer: Viewer, id: string): Promise<UploadFile> {
  demand(viewer, 'desk.read');
  const [file] = await readIn(STAFF, (query) =>
    query<UploadFile>('SELECT file_name AS "fileName", content FROM desk_upload WHERE id = $1', [id]),
  );
  if (!file) throw new NotFound('upload');
  return file;
}
