import { readPartner } from '#data/partners/read-partner.ts';
import { streamReportCsv } from '#data/report/stream-report-csv.ts';
import { reportFileName } from '#documents/file-name.ts';
import { FORMATS } from '#documents/formats.ts';
import { COLUMN_KEYS, FIELDS } from '#domain/columns.ts';
import { NotFound } from '#domain/not-found.ts';
import { parseExportUrl } from '#features/report/export-url.ts';
import { fileResponse } from '#server/file-response.ts';
import { refuse, route } from '#server/route.ts';

/** All rows of the page's parameters as a file: `?format=csv` and the parameters of the page's address. */
export const GET = route('report export', async (viewer, { nextUrl, signal }) => {
  const asked = parseExportUrl(nextUrl.searchParams);
  if ('because' in asked) return refuse(asked.because);

  const partner = await readPartner(viewer, asked.partner ?? undefined);
  if (!partner) throw new NotFound('partner');

  const asOf = new Date();
  const records = await streamReportCsv(viewer, partner, asked.request, COLUMN_KEYS, signal);

  const { extension, contentType, write } = FORMATS[asked.format];
  const name = reportFileName(partner.slug, asOf, extension);
  return fileResponse({ name, contentType, asOf, bytes: write(FIELDS, records) }, viewer, 'report export');
});
