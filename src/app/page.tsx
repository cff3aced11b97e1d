import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readHome } from '#data/home/read-home.ts';
import { lastVisit } from '#data/visits/last-visit.ts';
import { may } from '#domain/permissions.ts';
import { HomeScreen } from '#features/home/home-screen.tsx';
import { Shell } from '#features/shell/shell.tsx';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';
import { HOME_LINKS } from './home-links.ts';
import { homeOf, placesFor } from './navigation.ts';

export const metadata: Metadata = { title: 'Home' };

export default async function HomePage() {
  const viewer = await requireViewer();
  const { href } = homeOf(viewer);
  if (!may(viewer, 'home.read')) redirect(href);
  const home = await found(readHome(viewer, await lastVisit(viewer), new Date()));
  return (
    <Shell viewer={viewer} places={placesFor(viewer)} home={href}>
      <HomeScreen home={home} links={HOME_LINKS} />
    </Shell>
  );
}
