import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { STAFF } from './report-upload.ts';

/** A report as it came, or the rows that its last run rejected. Throws NotFound, also when it rejected none. */
export async function readReportUploadFile(
  viewer: Viewer,
  id: string,
  of: 'original' | 'rejects',
): Promise<{ fileName: string; content: Buffer }> {
  demand(viewer, 'orders.import');
  const column = of === 'original' ? 'content' : 'rejects';
  const [file] = await readIn(STAFF, (query) =>
    query<{ fileName: string; content: Buffer | null }>(
      `SELECT file_name AS "fileName", ${column} AS content FROM report_upload WHERE id = $1`,
      [id],
    ),
  );
  if (!file?.content) throw new NotFound('report');
  return { fileName: file.fileName, content: file.content };
}
