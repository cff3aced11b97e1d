import type { Metadata } from 'next';
import { listRequests } from '#data/requests/list-requests.ts';
import { StatusViewer } from '#features/status-viewer/status-viewer.tsx';
import { needleOf, parseStatusUrl } from '#features/status-viewer/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Porting status' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StatusPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const url = parseStatusUrl(await searchParams);
  const { digits, problem } = needleOf(url.find);
  const list = await found(listRequests(viewer, { page: url.page, digits }));
  return <StatusViewer list={list} url={url} problem={problem} />;
}
