import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listAccounts } from '#data/accounts/list-accounts.ts';
import { readPartner } from '#data/partners/read-partner.ts';
import { PartnerScreen } from '#features/desk/admin/partners/partner-screen.tsx';
import { parseAccountsUrl } from '#features/desk/admin/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Partner' };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PartnerPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const asked = parseAccountsUrl(await searchParams);
  const partner = await found(readPartner(viewer, (await params).slug));
  if (!partner) notFound();
  const list = await found(listAccounts(viewer, partner, asked));
  return <PartnerScreen partner={partner} list={list} asked={asked} />;
}
