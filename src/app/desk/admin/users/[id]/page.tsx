import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listAdminEvents } from '#data/admin/list-admin-events.ts';
import { listPartners } from '#data/partners/list-partners.ts';
import { readUser } from '#data/users/read-user.ts';
import { parseId } from '#features/desk/admin/url.ts';
import { UserScreen } from '#features/desk/admin/users/user-screen.tsx';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'User' };

type Props = { params: Promise<{ id: string }> };

export default async function UserPage({ params }: Props) {
  const viewer = await requireViewer();
  const id = parseId((await params).id);
  const user = id && (await found(readUser(viewer, id, new Date())));
  if (!user) notFound();
  const [partners, { events }] = await found(
    Promise.all([
      listPartners(viewer),
      listAdminEvents(viewer, { kind: 'user', subject: user.email, limit: 100 }),
    ]),
  );
  const self = 'userId' in viewer && viewer.userId === user.id;
  return <UserScreen user={user} self={self} partners={partners} events={events} />;
}
