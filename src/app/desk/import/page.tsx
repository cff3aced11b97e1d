import type { Metadata } from 'next';
import { listUploads } from '#data/uploads/list-uploads.ts';
import { may } from '#domain/permissions.ts';
import { UploadList } from '#features/desk/upload/upload-list.tsx';
import { parseListUrl } from '#features/desk/upload/url.ts';
import { REPORT_IMPORTS_PATH } from '#features/import/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Lists from carriers' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const position = parseListUrl(await searchParams);
  const list = await found(listUploads(viewer, position));
  const reports = may(viewer, 'orders.import') ? REPORT_IMPORTS_PATH : null;
  return <UploadList list={list} first={position === null} reports={reports} />;
}
