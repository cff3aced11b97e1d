import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { may } from '#domain/permissions.ts';
import { IndexPage } from '#features/shell/index-page.tsx';
import { requireViewer } from '#server/viewer.ts';
import { BUSINESS_INTELLIGENCE_PATH } from '../navigation.ts';

export const metadata: Metadata = { title: 'Reports' };

const ENTRIES = [
  {
    href: BUSINESS_INTELLIGENCE_PATH,
    label: 'Business Intelligence Reports',
    about: 'Every number port, and where it stands.',
  },
];

export default async function ReportsPage() {
  if (!may(await requireViewer(), 'report.read')) notFound();
  return <IndexPage crumbs={[]} title="Reports" entries={ENTRIES} />;
}
