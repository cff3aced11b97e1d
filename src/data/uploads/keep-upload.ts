import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { STAFF } from './upload.ts';

/** A list as it came. `sha256` is of its bytes, in hexadecimal; `headers` name its columns, no two alike. */
export type NewUpload = {
  fileName: string;
  sha256: string;
  content: Buffer;
  headers: readonly string[];
  records: number;
};

/** Keeps a carrier's list. Returns its id. */
export async function keepUpload(viewer: Viewer, upload: NewUpload, now: Date): Promise<string> {
  demand(viewer, 'uploads.apply');
  if (viewer.role === 'system') throw new NotFound('user');
  const { fileName, sha256, content, headers, records } = upload;
  return writeIn(STAFF, async (query) => {
    const [kept] = await query<{ id: string }>(
      `INSERT INTO desk_upload (at, actor_id, actor, file_name, sha256, content, headers, records)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [now, viewer.userId, viewer.name, fileName, sha256, content, headers, records],
    );
    if (!kept) throw new Error('The upload was not kept.');
    return kept.id;
  });
}
