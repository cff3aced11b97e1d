import { readPartner } from '#data/partners/read-partner.ts';
import { reportFileName } from '#documents/file-name.ts';
import { FORMATS } from '#documents/formats.ts';
import { NotFound } from '#domain/not-found.ts';
import { parseExportUrl } from '#features/report/exports/export-url.ts';
import { makeFile } from '#features/report/exports/make-file.ts';
import { fileResponse } from '#server/file-response.ts';
import { refuse, route } from '#server/route.ts';

/** All rows of the page's parameters as a file: `?format=csv` and the parameters of the page's address. */
export const GET = route('report export', async (viewer, { nextUrl, signal }) => {
  const asked = parseExportUrl(nextUrl.searchParams);
  if ('because' in asked) return refuse(asked.because);

  const partner = await readPartner(viewer, asked.partner ?? undefined);
  if (!partner) throw new NotFound('partner');

  const { facts, bytes } = await makeFile(viewer, partner, asked, signal, () => undefined);
  const { extension, contentType } = FORMATS[asked.format];
  const name = reportFileName(partner.slug, facts.asOf, extension);
  const file = { name, contentType, asOf: facts.asOf, bytes, inline: asked.inline };
  return fileResponse(file, viewer, 'report export');
});
