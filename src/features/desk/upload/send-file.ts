import 'server-only';
import { readUpload } from '#data/uploads/read-upload.ts';
import { readUploadFile } from '#data/uploads/read-upload-file.ts';
import { streamUploadRows } from '#data/uploads/stream-upload-rows.ts';
import type { Viewer } from '#domain/viewer.ts';
import { attachment } from '#server/attachment.ts';
import type { DownloadName } from './url.ts';
import { writeRowsFile } from './write-rows-file.ts';

/** Answers with a file of an upload: as it came, the rows that stayed out, or all rows with what came of them. */
export async function sendFile(viewer: Viewer, id: string, of: DownloadName): Promise<Response> {
  if (of === 'original') {
    const { fileName, content } = await readUploadFile(viewer, id);
    return attachment(fileName, 'application/octet-stream', new Uint8Array(content));
  }
  const upload = await readUpload(viewer, id);
  const rows = streamUploadRows(viewer, id, of === 'refused' ? 'refused' : 'all');
  const base = upload.fileName.replace(/\.[^.]*$/, '');
  return attachment(`${base}.${of}.csv`, 'text/csv; charset=utf-8', writeRowsFile(upload, rows, of));
}
