import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { FollowScreen } from '#features/status-viewer/follow-screen.tsx';
import { parsePartPage } from '#features/status-viewer/url.ts';
import { clientAddress } from '#server/client-address.ts';
import { environment } from '#server/env.ts';
import { openRequestLink } from '#server/follow-link.ts';

export const metadata: Metadata = { title: 'Porting status', referrer: 'no-referrer' };

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function FollowPage({ params, searchParams }: Props) {
  const { token } = await params;
  const address = clientAddress((await headers()).get('x-forwarded-for'), environment().TRUST_PROXY);
  const asked = parsePartPage(await searchParams);
  return (
    <FollowScreen
      following={await openRequestLink(token, asked, { address, now: new Date() })}
      token={token}
    />
  );
}
