import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { InvitationScreen } from '#features/invitation/invitation-screen.tsx';
import { clientAddress } from '#server/client-address.ts';
import { environment } from '#server/env.ts';
import { openInvitation } from '#server/invitation.ts';

export const metadata: Metadata = { title: 'Choose a password' };

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const address = clientAddress((await headers()).get('x-forwarded-for'), environment().TRUST_PROXY);
  return <InvitationScreen opened={await openInvitation(token, address, new Date())} token={token} />;
}
