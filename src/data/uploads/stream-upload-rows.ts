import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { OUTCOME } from './engine/count-rows.ts';
import { selectRows, type UploadedRow } from './engine/select-rows.ts';
import { findUpload, STAFF } from './upload.ts';

const PORTION = 2_000;

/** All rows of an upload, or those that did not go through, in the order of the file and no faster than they are taken. */
export async function* streamUploadRows(
  viewer: Viewer,
  id: string,
  which: 'all' | 'refused',
): AsyncGenerator<UploadedRow, void, undefined> {
  demand(viewer, 'desk.read');
  const only = which === 'all' ? '' : `AND ${OUTCOME} IN ('refused', 'conflict')`;
  for (let after = -1; ; ) {
    const rows = await readIn(STAFF, async (query) =>
      selectRows(
        query,
        viewer,
        await findUpload(query, id),
        `AND r.record > $3 ${only} ORDER BY r.record LIMIT ${PORTION}`,
        [after],
      ),
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PORTION) return;
    after = last.record;
  }
}
