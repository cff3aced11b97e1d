import { readReportUpload } from '#data/report-uploads/read-report-upload.ts';
import { idOfFileAddress } from '#features/import/url.ts';
import { route } from '#server/route.ts';

/** How far the run of an uploaded report is. */
export const GET = route('report import progress', async (viewer, { nextUrl }) =>
  Response.json(await readReportUpload(viewer, idOfFileAddress(nextUrl.pathname))),
);
