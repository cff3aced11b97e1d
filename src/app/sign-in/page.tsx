import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInScreen } from '#features/sign-in/sign-in-screen.tsx';
import { environment } from '#server/env.ts';
import { returnPath } from '#server/return-path.ts';
import { currentViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Props = {
  searchParams: Promise<Partial<Record<'callbackUrl' | 'error' | 'password', string | string[]>>>;
};

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error, password } = await searchParams;
  const returnTo = returnPath(first(callbackUrl), environment().NEXTAUTH_URL);
  if (await currentViewer()) redirect(returnTo);
  return <SignInScreen returnTo={returnTo} error={first(error)} chosen={first(password) === 'chosen'} />;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
