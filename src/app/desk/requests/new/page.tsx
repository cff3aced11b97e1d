import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listPartners } from '#data/partners/list-partners.ts';
import { may } from '#domain/permissions.ts';
import { NewRequestForm } from '#features/desk/new-request/new-request-form.tsx';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'New request' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewRequestPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!may(viewer, 'requests.create')) notFound();
  const [partners, { partner }] = await Promise.all([listPartners(viewer), searchParams]);
  const known = partners.find(({ slug }) => slug === partner)?.slug ?? null;
  return <NewRequestForm partners={partners.map(({ slug, name }) => ({ slug, name }))} partner={known} />;
}
