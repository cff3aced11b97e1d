import { signOut } from './actions.ts';

/** Signs out, then loads the next page in full: nothing of what this person saw stays in the memory of the tab. */
export async function leave(): Promise<void> {
  window.location.assign(await signOut());
}
