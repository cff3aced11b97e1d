import type { Metadata } from 'next';
import { listAdminEvents } from '#data/admin/list-admin-events.ts';
import { HistoryScreen } from '#features/desk/admin/history/history-screen.tsx';
import { parseHistoryUrl } from '#features/desk/admin/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'History of administration' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HistoryPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const asked = parseHistoryUrl(await searchParams);
  return <HistoryScreen list={await found(listAdminEvents(viewer, asked))} asked={asked} />;
}
