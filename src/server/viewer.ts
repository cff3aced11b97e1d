import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { systemActor } from '#data/system-actor.ts';
import { readSignedIn } from '#data/users/read-signed-in.ts';
import { mintViewer, type Viewer } from '#domain/viewer.ts';
import { signInPath } from './return-path.ts';
import { readSession } from './session.ts';
import { seeVisitor } from './visits.ts';

/**
 * Who asks; null when nobody is signed in. The user is read anew at every request (once per request), so that a session
 * ends at the moment its user is disabled.
 */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const now = new Date();
  const session = await readSession(now);
  if (!session) return null;
  const facts = await readSignedIn(systemActor('sign-in'), session);
  if (!facts) return null;
  const viewer = mintViewer(facts);
  await seeVisitor(viewer, now);
  return viewer;
});

/** Who asks for this page. Nobody is sent to sign in, and comes back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  redirect(signInPath((await headers()).get('x-portal-path') ?? '/'));
}
