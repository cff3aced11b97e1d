import type { Metadata } from 'next';
import { AccountStep } from '#features/unite-setup/account-step.tsx';
import { SETUP_TITLE } from '#features/unite-setup/frame.tsx';
import { openSetup } from '#features/unite-setup/open-setup.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: `Account details · ${SETUP_TITLE}` };

export default async function SetupAccountPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  return <AccountStep setup={await found(openSetup(viewer, (await params).id))} />;
}
