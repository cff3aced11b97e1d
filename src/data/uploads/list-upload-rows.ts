import { ROWS_A_PAGE, type RowCounts, type RowFilter } from '#domain/carrier-list/outcome.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { countRows, OUTCOME, WARNED } from './engine/count-rows.ts';
import { selectRows, type UploadedRow } from './engine/select-rows.ts';
import { findUpload, STAFF, type Upload } from './upload.ts';

/** A page of an upload's rows. `page` counts from 1 and is the last one when it was asked for beyond the end. */
export type UploadRows = {
  upload: Upload;
  rows: UploadedRow[];
  counts: RowCounts;
  total: number;
  page: number;
  pages: number;
};

/** A page of the rows of an upload, with what will become of each or did. None before there is a preview. */
export async function listUploadRows(
  viewer: Viewer,
  id: string,
  asked: { show: RowFilter; page: number },
): Promise<UploadRows> {
  demand(viewer, 'desk.read');
  return readIn(STAFF, async (query) => {
    const upload = await findUpload(query, id);
    const counts = await countRows(query, id, upload.act?.id ?? null);
    const total = asked.show === 'all' ? rowsIn(counts) : (counts[asked.show] ?? 0);
    const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE));
    const page = Math.min(Math.max(1, asked.page), pages);
    const { condition, values } = conditionOf(asked.show);
    const rows = await selectRows(
      query,
      viewer,
      upload,
      `${condition} ORDER BY r.record LIMIT ${ROWS_A_PAGE} OFFSET $3`,
      [(page - 1) * ROWS_A_PAGE, ...values],
    );
    return { upload, rows, counts, total, page, pages };
  });
}

function rowsIn({ warned: _, ...counts }: RowCounts): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}

function conditionOf(show: RowFilter): { condition: string; values: RowFilter[] } {
  if (show === 'all') return { condition: '', values: [] };
  if (show === 'warned') return { condition: `AND ${WARNED}`, values: [] };
  return { condition: `AND ${OUTCOME} = $4`, values: [show] };
}
