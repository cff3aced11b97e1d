import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readRequest } from '#data/requests/read-request.ts';
import { RequestScreen } from '#features/status-viewer/request-screen.tsx';
import { parsePartPage, parseRequestId } from '#features/status-viewer/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

type Props = {
  params: Promise<{ requestId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Request ${parseRequestId((await params).requestId) ?? ''}`.trim() };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const requestId = parseRequestId((await params).requestId);
  if (requestId === null) notFound();
  const view = await found(readRequest(viewer, requestId, parsePartPage(await searchParams)));
  return <RequestScreen view={view} />;
}
