import { uuid } from 'zod/mini';
import { type FormatName, parseFormat } from '#documents/formats.ts';
import { COLUMN_KEYS, type ColumnKey, isColumnKey } from '#domain/columns.ts';
import { FIRST_PAGE, type ReportRequest } from '#domain/report-request.ts';
import { parseReportUrl, REPORT_PATH, type ReportUrl, reportUrl } from '../url.ts';

/** What an export's address asks for: the page's parameters without page, find and zoom, and what the file is to be. */
export type ExportAsked = {
  format: FormatName;
  partner: string | null;
  request: ReportRequest;
  columns: readonly ColumnKey[];
  /** The name that the page chose for it, to follow it by; null when nobody follows. */
  id: string | null;
  /** To be shown in the browser rather than saved. */
  inline: boolean;
};

/** What an export's address adds to the page's. */
export type FileWanted = { format: FormatName; columns: readonly ColumnKey[]; id?: string; inline?: boolean };

const EXPORT_PATH = `${REPORT_PATH}/export`;

/** The address of a file of all rows of what is asked for, in its order. */
export function exportUrl(
  { request, partner }: Pick<ReportUrl, 'request' | 'partner'>,
  file: FileWanted,
): string {
  const { page, size, find, match } = FIRST_PAGE;
  const whole = { partner, zoom: null, request: { ...request, page, size, find, match } };
  const params = new URLSearchParams({ format: file.format });
  if (file.columns.join() !== COLUMN_KEYS.join()) params.set('columns', file.columns.join());
  if (file.inline) params.set('disposition', 'inline');
  if (file.id) params.set('export', file.id);
  const address = reportUrl(whole, EXPORT_PATH);
  // Commas may stand in an address, and are easier to read there.
  return `${address}${address.includes('?') ? '&' : '?'}${params.toString().replaceAll('%2C', ',')}`;
}

/** What of the page's address does not change which rows there are. */
const OF_THE_PAGE = ['page', 'size', 'find', 'match', 'zoom', 'row'];

/**
 * Reads the address of an export. Unlike the page, which can say so beside its rows, a file with more rows than were asked
 * for says nothing: any parameter that cannot be read refuses it, in one sentence that names it.
 */
export function parseExportUrl(params: URLSearchParams): ExportAsked | { because: string } {
  const format = parseFormat(params.get('format') ?? '');
  const { url, problems } = parseReportUrl(params);
  const wrong = problems
    .filter(({ name }) => !OF_THE_PAGE.includes(name))
    .map(({ name, value, because }) => `${name}: ${quoted(value)} ${because}`);
  if (!params.get('format')) wrong.unshift('name the kind of file, as in format=csv');
  else if (!format) wrong.unshift(`there is no export as ${quoted(params.get('format'))}; format=csv is one`);

  const columns: readonly string[] = params.get('columns')?.split(',') ?? COLUMN_KEYS;
  const known = columns.filter(isColumnKey);
  const unknown = columns.find((key) => !isColumnKey(key));
  if (unknown !== undefined) wrong.push(`columns: ${quoted(unknown)} is not a column of this report`);
  const twice = columns.find((key, at) => columns.indexOf(key) !== at);
  if (twice !== undefined) wrong.push(`columns: ${quoted(twice)} is named twice`);

  const id = params.get('export');
  if (id !== null && !uuid().safeParse(id).success) wrong.push(`export: ${quoted(id)} is not a UUID`);
  const disposition = params.get('disposition') ?? 'attachment';
  if (disposition !== 'inline' && disposition !== 'attachment')
    wrong.push(`disposition: ${quoted(disposition)} is neither inline nor attachment`);

  if (!format || wrong.length > 0) return { because: `Nothing was exported: ${wrong.join('; ')}.` };
  const { partner, request } = url;
  return {
    format,
    partner,
    request,
    columns: known,
    id: id?.toLowerCase() ?? null,
    inline: disposition === 'inline',
  };
}

function quoted(value: string | null): string {
  return JSON.stringify((value ?? '').slice(0, 40));
}
