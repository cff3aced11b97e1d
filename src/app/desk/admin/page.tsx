import type { Metadata } from 'next';
import { listAdminEvents } from '#data/admin/list-admin-events.ts';
import { readOverview } from '#data/admin/read-overview.ts';
import { countMails } from '#data/mails/count-mails.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { OverviewScreen } from '#features/desk/admin/overview.tsx';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Administration' };

export default async function AdminOverviewPage() {
  const viewer = await requireViewer();
  const now = new Date();
  const today = pacificDate(now);
  const [facts, mails, { events }] = await found(
    Promise.all([
      readOverview(viewer, today, now),
      countMails(viewer),
      listAdminEvents(viewer, { limit: 8 }),
    ]),
  );
  const thisYear = Number(today.slice(0, 4));
  return <OverviewScreen facts={facts} mails={mails} thisYear={thisYear} events={events} />;
}
