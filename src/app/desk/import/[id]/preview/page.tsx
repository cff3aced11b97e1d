import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { listUploadRows } from '#data/uploads/list-upload-rows.ts';
import { readSummary } from '#data/uploads/read-summary.ts';
import { PreviewScreen } from '#features/desk/upload/preview-screen.tsx';
import { troubleOf } from '#features/desk/upload/trouble.ts';
import { parseRowsUrl, stepOf, stepUrl, uploadId } from '#features/desk/upload/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Preview of a list' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PreviewPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const id = uploadId((await params).id);
  const asked = parseRowsUrl(await searchParams);
  const rows = await found(listUploadRows(viewer, id, asked));
  const { state } = rows.upload;
  if (state !== 'previewed' && state !== 'applying') redirect(stepUrl(id, stepOf(state)));
  const summary = await found(readSummary(viewer, id));
  const trouble = troubleOf(rows.upload, viewer, new Date());
  return <PreviewScreen rows={rows} summary={summary} show={asked.show} trouble={trouble} />;
}
