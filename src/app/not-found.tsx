import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readAffiliation } from '#data/users/read-affiliation.ts';
import { may } from '#domain/permissions.ts';
import { actorName } from '#domain/viewer.ts';
import { isBelow } from '#features/shell/navigation.ts';
import { NotFoundState } from '#features/shell/not-found-state.tsx';
import { Shell } from '#features/shell/shell.tsx';
import { SignedOutNotFound } from '#features/shell/signed-out-not-found.tsx';
import { currentViewer } from '#server/viewer.ts';
import { homeOf, placesFor, REPORTS_PATH } from './navigation.ts';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFoundPage() {
  const viewer = await currentViewer();
  if (!viewer) return <SignedOutNotFound />;
  const home = homeOf(viewer);
  const path = (await headers()).get('x-portal-path') ?? '/';
  const forPartners = !may(viewer, 'report.read') && isBelow(path.split('?')[0] ?? '/', REPORTS_PATH);
  return (
    <Shell viewer={viewer} places={placesFor(viewer)} home={home.href}>
      <NotFoundState
        who={`${actorName(viewer)}, ${await readAffiliation(viewer)}`}
        home={home}
        forPartners={forPartners}
      />
    </Shell>
  );
}
