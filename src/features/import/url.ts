import { z } from 'zod';
import { NotFound } from '#domain/not-found.ts';

/** Where leads import full reports. */
export const REPORT_IMPORTS_PATH = '/desk/import/report';
/** Where a report is sent to. */
export const REPORT_UPLOAD_PATH = '/desk/import/upload/report';

/** The page of an uploaded report. */
export function reportImportUrl(id: string): string {
  return `${REPORT_IMPORTS_PATH}/${id}`;
}

/** The address that tells how far a run of a report is. */
export function reportProgressUrl(id: string): string {
  return `${REPORT_IMPORTS_PATH}/${id}/progress`;
}

/** The address of a report as it came, or of the rows that its last run rejected. */
export function reportFileUrl(id: string, of: 'original' | 'rejects'): string {
  return `${REPORT_IMPORTS_PATH}/${id}/file?of=${of}`;
}

/** The id in a page's address. Throws NotFound for what cannot be one. */
export function reportUploadId(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new NotFound('report');
  return text;
}

/** The id in the address of one of its files. Throws NotFound for what cannot be one. */
export function idOfFileAddress(path: string): string {
  return reportUploadId(path.split('/').at(-2) ?? '');
}
