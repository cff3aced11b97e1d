import 'server-only';
import { readReportUploadFile } from '#data/report-uploads/read-report-upload-file.ts';
import type { Viewer } from '#domain/viewer.ts';
import { attachment } from '#server/attachment.ts';

/** Answers with an uploaded report as it came, or with the rows that its last run rejected. */
export async function sendReportFile(
  viewer: Viewer,
  id: string,
  of: 'original' | 'rejects',
): Promise<Response> {
  const { fileName, content } = await readReportUploadFile(viewer, id, of);
  const bytes = new Uint8Array(content);
  if (of === 'original') return attachment(fileName, 'application/octet-stream', bytes);
  return attachment(`${fileName.replace(/\.[^.]*$/, '')}.rejects.csv`, 'text/csv; charset=utf-8', bytes);
}
