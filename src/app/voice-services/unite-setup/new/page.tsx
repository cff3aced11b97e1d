import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { may } from '#domain/permissions.ts';
import { AccountStep } from '#features/unite-setup/account-step.tsx';
import { SETUP_TITLE } from '#features/unite-setup/frame.tsx';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: SETUP_TITLE };

export default async function NewSetupPage() {
  if (!may(await requireViewer(), 'setups.change')) notFound();
  return <AccountStep setup={null} />;
}
