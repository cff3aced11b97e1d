import type { Metadata } from 'next';
import { listPartnerCounts } from '#data/partners/list-partner-counts.ts';
import { PartnerList } from '#features/desk/admin/partners/partner-list.tsx';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Partners' };

export default async function PartnersPage() {
  const viewer = await requireViewer();
  return <PartnerList partners={await found(listPartnerCounts(viewer))} />;
}
