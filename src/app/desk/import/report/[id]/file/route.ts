import { sendReportFile } from '#features/import/report/send-report-file.ts';
import { idOfFileAddress } from '#features/import/url.ts';
import { route } from '#server/route.ts';

/** A report as it came, or with `?of=rejects` the rows that its last run rejected. */
export const GET = route('report file', async (viewer, { nextUrl }) => {
  const of = nextUrl.searchParams.get('of') === 'rejects' ? 'rejects' : 'original';
  return sendReportFile(viewer, idOfFileAddress(nextUrl.pathname), of);
});
