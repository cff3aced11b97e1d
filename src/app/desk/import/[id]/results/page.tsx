import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { listUploadRows } from '#data/uploads/list-upload-rows.ts';
import { ResultsScreen } from '#features/desk/upload/results-screen.tsx';
import { parseRowsUrl, stepOf, stepUrl, uploadId } from '#features/desk/upload/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Results of a list' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ResultsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const id = uploadId((await params).id);
  const asked = parseRowsUrl(await searchParams);
  const rows = await found(listUploadRows(viewer, id, asked));
  const { state } = rows.upload;
  if (state !== 'applied' && state !== 'undone') redirect(stepUrl(id, stepOf(state)));
  return <ResultsScreen rows={rows} show={asked.show} />;
}
