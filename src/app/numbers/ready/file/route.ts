import { readPartner } from '#data/partners/read-partner.ts';
import { NotFound } from '#domain/not-found.ts';
import {
  makeProvisioningFile,
  provisioningColumns,
  provisioningFileName,
} from '#features/ready/provisioning-file.ts';
import { parseFileUrl } from '#features/ready/url.ts';
import { sendRecorded } from '#features/report/exports/send-export.ts';
import { clientAddress } from '#server/client-address.ts';
import { environment } from '#server/env.ts';
import { refuse, route } from '#server/route.ts';

/** A file for provisioning: `?of=ready` or `?of=assigned`, `&format=csv` or `&format=xlsx`, and what narrows the page. */
export const GET = route('provisioning file', async (viewer, { nextUrl, headers, signal }) => {
  const asked = parseFileUrl(nextUrl.searchParams);
  if ('because' in asked) return refuse(asked.because);

  const partner = await readPartner(viewer, asked.partner ?? undefined);
  if (!partner) throw new NotFound('partner');

  const wanted = {
    format: asked.format,
    columns: provisioningColumns(asked),
    ...{ id: null, inline: false },
    nameOf: (asOf: Date) => provisioningFileName(asked, partner.slug, asOf),
    make: (stop: AbortSignal, onRows: (written: number) => void) =>
      makeProvisioningFile(viewer, partner, asked, stop, onRows),
  };
  const address = clientAddress(headers.get('x-forwarded-for'), environment().TRUST_PROXY);
  return sendRecorded(viewer, partner, wanted, { address, left: signal });
});
