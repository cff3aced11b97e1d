import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { may } from '#domain/permissions.ts';
import { Shell } from '#features/shell/shell.tsx';
import { requireViewer } from '#server/viewer.ts';
import { homeOf, placesFor } from '../navigation.ts';

export default async function VoiceServicesLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  if (!may(viewer, 'setups.change')) notFound();
  return (
    <Shell viewer={viewer} places={placesFor(viewer)} home={homeOf(viewer).href}>
      {children}
    </Shell>
  );
}
