import { type FormatName, parseFormat } from '#documents/formats.ts';
import type { ReportRequest } from '#domain/report-request.ts';
import { parseReportUrl } from './url.ts';

/** What an export's address asks for: the page's parameters without page, find and zoom. */
export type ExportAsked = { format: FormatName; partner: string | null; request: ReportRequest };

/** What of the page's address does not change which rows there are. */
const OF_THE_PAGE = ['page', 'size', 'find', 'match', 'zoom'];

/**
 * Reads the address of an export. Unlike the page, which can say so beside its rows, a file with more rows than were asked
 * for says nothing: any parameter that cannot be read refuses it, in one sentence that names it.
 */
export function parseExportUrl(params: URLSearchParams): ExportAsked | { because: string } {
  const format = params.get('format');
  if (!format) return { because: 'Name the kind of file, as in format=csv.' };
  const name = parseFormat(format);
  if (!name)
    return { because: `There is no export as ${JSON.stringify(format.slice(0, 40))}; format=csv is one.` };
  const { url, problems } = parseReportUrl(params);
  const wrong = problems.filter((problem) => !OF_THE_PAGE.includes(problem.name));
  if (wrong.length > 0) {
    const named = wrong.map(({ name, value, because }) => `${name}: ${JSON.stringify(value)} ${because}`);
    return { because: `Nothing was exported. ${named.join('; ')}.` };
  }
  return { format: name, partner: url.partner, request: url.request };
}
