import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Suspense } from 'react';
import { savePreference } from '#features/preferences/actions.ts';
import { ChoosePartner } from '#features/report/choose-partner.tsx';
import { TITLE } from '#features/report/headings.ts';
import { openReport } from '#features/report/open-report.ts';
import { ReportScreen } from '#features/report/report-screen.tsx';
import { ReportSkeleton } from '#features/report/report-skeleton.tsx';
import type { ReportView } from '#features/report/report-view.ts';
import { soon } from '#features/report/soon.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

/** A report that is there at once needs no skeleton before it. */
const SKELETON_AFTER_MS = 200;

export const metadata: Metadata = { title: TITLE };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NumberPortingPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const params = paramsOf(await searchParams);
  const phone = (await headers()).get('sec-ch-ua-mobile') === '?1';
  const opening = await found(openReport(viewer, params, { now: new Date(), phone }));
  if (opening.kind === 'choose-partner') return <ChoosePartner {...opening} />;
  const view = (await soon(opening.view, SKELETON_AFTER_MS)) ?? opening.view;
  // The same tree either way, so that what the screen has in mind outlasts a report that is late.
  return (
    <Suspense fallback={<ReportSkeleton />}>
      {view instanceof Promise ? <Late view={view} /> : <ReportScreen view={view} save={savePreference} />}
    </Suspense>
  );
}

async function Late({ view }: { view: Promise<ReportView> }) {
  return <ReportScreen view={await view} save={savePreference} />;
}

function paramsOf(given: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(given)) {
    for (const value of [values ?? []].flat()) params.append(name, value);
  }
  return params;
}
