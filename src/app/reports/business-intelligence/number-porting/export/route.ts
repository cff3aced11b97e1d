import { readPartner } from '#data/partners/read-partner.ts';
import { NotFound } from '#domain/not-found.ts';
import { parseExportUrl } from '#features/report/exports/export-url.ts';
import { sendExport } from '#features/report/exports/send-export.ts';
import { clientAddress } from '#server/client-address.ts';
import { environment } from '#server/env.ts';
import { refuse, route } from '#server/route.ts';

/** All rows of the page's parameters as a file: `?format=csv` and the parameters of the page's address. */
export const GET = route('report export', async (viewer, { nextUrl, headers, signal }) => {
  const asked = parseExportUrl(nextUrl.searchParams);
  if ('because' in asked) return refuse(asked.because);

  const partner = await readPartner(viewer, asked.partner ?? undefined);
  if (!partner) throw new NotFound('partner');

  const address = clientAddress(headers.get('x-forwarded-for'), environment().TRUST_PROXY);
  return sendExport(viewer, partner, asked, { address, left: signal });
});
