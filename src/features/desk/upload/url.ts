import { notFound } from 'next/navigation';
import { z } from 'zod';
import type { UploadPosition } from '#data/uploads/list-uploads.ts';
import { ROW_FILTERS, type RowFilter, type UploadState } from '#domain/carrier-list/outcome.ts';
import { NotFound } from '#domain/not-found.ts';

export const IMPORT_PATH = '/desk/import';
export const NEW_UPLOAD_PATH = '/desk/import/new';
/** Where a file is sent to. */
export const UPLOAD_PATH = '/desk/import/upload';

/** The steps of an upload that have a page, in their order. */
export type UploadStep = 'columns' | 'preview' | 'apply' | 'results';

/** The page of a step of an upload. */
export function stepUrl(id: string, step: UploadStep): string {
  return `${IMPORT_PATH}/${id}/${step}`;
}

/** The step that an upload is at. */
export function stepOf(state: UploadState): UploadStep {
  const steps = {
    'to-map': 'columns',
    previewed: 'preview',
    applying: 'apply',
    applied: 'results',
    undone: 'results',
  } as const;
  return steps[state];
}

export type RowsAsked = { show: RowFilter; page: number };

const Show = z.enum(ROW_FILTERS).catch('all');
const Page = z.coerce.number().int().min(1).max(1_000_000).catch(1);

/** Which rows of an upload an address asks for; all of them, from the first, for what it does not say. */
export function parseRowsUrl(params: Params): RowsAsked {
  return { show: Show.parse(params.show), page: Page.parse(params.page) };
}

/** The address of rows of a step of an upload. */
export function rowsUrl(id: string, step: UploadStep, { show, page }: RowsAsked): string {
  const params = new URLSearchParams();
  if (show !== 'all') params.set('show', show);
  if (page > 1) params.set('page', String(page));
  return params.size > 0 ? `${stepUrl(id, step)}?${params}` : stepUrl(id, step);
}

export const DOWNLOADS = ['original', 'refused', 'results'] as const;
export type DownloadName = (typeof DOWNLOADS)[number];

/** The address of a file of an upload. */
export function downloadUrl(id: string, of: DownloadName): string {
  return `${IMPORT_PATH}/${id}/file?of=${of}`;
}

/** Which file an address asks for; null when it is none. */
export function parseDownload(params: URLSearchParams): DownloadName | null {
  return DOWNLOADS.find((name) => name === params.get('of')) ?? null;
}

/** The address that tells how far an upload is. */
export function progressUrl(id: string): string {
  return `${IMPORT_PATH}/${id}/progress`;
}

const After = z.tuple([z.iso.datetime().transform((text) => new Date(text)), z.uuid()]);

/** Where in the list of uploads an address stands; the beginning for anything that is no place in it. */
export function parseListUrl(params: Params): UploadPosition | null {
  const after = After.safeParse(String(params.after ?? '').split('_')).data;
  return after ? { at: after[0], id: after[1] } : null;
}

/** The address of the list of uploads after a position. */
export function listUrl({ at, id }: UploadPosition): string {
  return `${IMPORT_PATH}?${new URLSearchParams({ after: `${at.toISOString()}_${id}` })}`;
}

/** An upload's id as an address has it. Throws NotFound for what cannot be one. */
export function uploadId(text: string): string {
  if (!z.uuid().safeParse(text).success) notFound();
  return text;
}

/** The id of an upload in the address of one of its files. Throws NotFound for what cannot be one. */
export function idOfAddress(path: string): string {
  const id = path.split('/').at(-2) ?? '';
  if (!z.uuid().safeParse(id).success) throw new NotFound('upload');
  return id;
}

export type Params = Record<string, string | string[] | undefined>;
