import { redirect } from 'next/navigation';
import { requireViewer } from '#server/viewer.ts';
import { homeOf } from './navigation.ts';

export default async function StartPage() {
  redirect(homeOf(await requireViewer()).href);
}
