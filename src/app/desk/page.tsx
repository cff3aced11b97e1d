import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { openQueue } from '#features/desk/queue/open-queue.ts';
import { QueueScreen } from '#features/desk/queue/queue-screen.tsx';
import { savePreference } from '#features/preferences/actions.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Porting desk' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const phone = (await headers()).get('sec-ch-ua-mobile') === '?1';
  const view = await found(openQueue(viewer, paramsOf(await searchParams), { now: new Date(), phone }));
  return <QueueScreen view={view} save={savePreference} />;
}

function paramsOf(given: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(given)) {
    for (const value of [values ?? []].flat()) params.append(name, value);
  }
  return params;
}
