import type { Metadata } from 'next';
import { SETUP_TITLE } from '#features/unite-setup/frame.tsx';
import { NumbersStep } from '#features/unite-setup/numbers/numbers-step.tsx';
import { openSetup } from '#features/unite-setup/open-setup.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';
import { reportOfSetup } from '../../../report-of-setup.ts';

export const metadata: Metadata = { title: `Numbers · ${SETUP_TITLE}` };

export default async function SetupNumbersPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const setup = await found(openSetup(viewer, (await params).id));
  return <NumbersStep setup={setup} report={reportOfSetup(setup)} />;
}
