import type { Metadata } from 'next';
import { listSetups } from '#data/setups/list-setups.ts';
import { SetupList } from '#features/unite-setup/list/setup-list.tsx';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';
import { reportOfSetup } from './report-of-setup.ts';

export const metadata: Metadata = { title: 'Voice Services Tools' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function VoiceServicesPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const asked = await searchParams;
  const pages = { open: pageOf(asked.open), done: pageOf(asked.done) };
  const [open, done] = await found(
    Promise.all([
      listSetups(viewer, { which: 'open', page: pages.open }),
      listSetups(viewer, { which: 'done', page: pages.done }),
    ]),
  );
  return <SetupList open={open} done={done} pages={pages} report={reportOfSetup} />;
}

function pageOf(value: string | string[] | undefined): number {
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
}
