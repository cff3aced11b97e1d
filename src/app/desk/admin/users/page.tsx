import type { Metadata } from 'next';
import { listPartners } from '#data/partners/list-partners.ts';
import { listUsers } from '#data/users/list-users.ts';
import { parseUsersUrl } from '#features/desk/admin/url.ts';
import { UserList } from '#features/desk/admin/users/user-list.tsx';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Users' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const asked = parseUsersUrl(await searchParams);
  const [list, partners] = await found(
    Promise.all([listUsers(viewer, asked, new Date()), listPartners(viewer)]),
  );
  return <UserList list={list} partners={partners} asked={asked} />;
}
