import type { Metadata } from 'next';
import { savePreference } from '#features/preferences/actions.ts';
import { ChoosePartner } from '#features/ready/choose-partner.tsx';
import { openReady } from '#features/ready/open-ready.ts';
import { ReadyScreen } from '#features/ready/ready-screen.tsx';
import { REPORT_PATH } from '#features/report/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Assign numbers' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReadyPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(await searchParams)) {
    for (const value of [values ?? []].flat()) params.append(name, value);
  }
  const opening = await found(openReady(viewer, params, new Date()));
  if (opening.kind === 'choose-partner') return <ChoosePartner {...opening} />;
  return <ReadyScreen view={opening.view} reportPath={REPORT_PATH} save={savePreference} />;
}
