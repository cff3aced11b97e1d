import type { Metadata } from 'next';
import { findShareable } from '#data/links/find-shareable.ts';
import { listLinks } from '#data/links/list-links.ts';
import { LinksScreen } from '#features/links/links-screen.tsx';
import { parseLinksUrl, requestIdIn } from '#features/links/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Links for end users' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LinksPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const url = parseLinksUrl(await searchParams);
  const now = new Date();
  const id = requestIdIn(url.request);
  const request = id === null ? null : await found(findShareable(viewer, id));
  const list = await found(listLinks(viewer, { requestId: request?.id ?? null, page: url.page }, now));
  return <LinksScreen url={url} request={request} list={list} now={now} />;
}
