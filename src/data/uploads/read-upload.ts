import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { findUpload, STAFF, type Upload } from './upload.ts';

/** An upload without its file. Throws NotFound. */
export async function readUpload(viewer: Viewer, id: string): Promise<Upload> {
  demand(viewer, 'desk.read');
  return readIn(STAFF, (query) => findUpload(query, id));
}
