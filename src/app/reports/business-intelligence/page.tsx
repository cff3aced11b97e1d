import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { may } from '#domain/permissions.ts';
import { REPORT_PATH } from '#features/report/url.ts';
import { IndexPage } from '#features/shell/index-page.tsx';
import { requireViewer } from '#server/viewer.ts';
import { REPORTS_PATH } from '../../navigation.ts';

export const metadata: Metadata = { title: 'Business Intelligence Reports' };

const CRUMBS = [{ label: 'Reports', href: REPORTS_PATH }];
const ENTRIES = [
  {
    href: REPORT_PATH,
    label: 'Partner Number Porting Report',
    about: 'Every telephone number being ported: its status, its dates, and what waits for you.',
  },
];

export default async function BusinessIntelligencePage() {
  if (!may(await requireViewer(), 'report.read')) notFound();
  return <IndexPage crumbs={CRUMBS} title="Business Intelligence Reports" entries={ENTRIES} />;
}
