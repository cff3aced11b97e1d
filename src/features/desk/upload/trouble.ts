import type { Upload } from '#data/uploads/upload.ts';
import type { Viewer } from '#domain/viewer.ts';

/** A preview holds for so long: days that were to come may be past by then. */
const GOOD_FOR_MS = 12 * 60 * 60 * 1000;

/** Why a viewer cannot apply a preview as it is, in a sentence; null when nothing is in the way. */
export function troubleOf({ act }: Upload, viewer: Viewer, now: Date): string | null {
  if (!act) return null;
  if (viewer.role === 'system' || act.actorId !== viewer.userId) {
    return `${act.actor} made this preview, and applies what it shows. To apply the list yourself, preview it again.`;
  }
  if (now.getTime() - act.at.getTime() > GOOD_FOR_MS) {
    return 'This preview is from more than 12 hours ago. Preview the list again.';
  }
  return null;
}
