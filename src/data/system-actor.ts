import { mintViewer, type SystemViewer, type Viewer } from '#domain/viewer.ts';

/** The viewer of a command that no person signed in for: the import, the seed, adding a user, and signing in itself. */
export function systemActor(actor: SystemViewer['actor']): Viewer {
  return mintViewer({ role: 'system', actor });
}
