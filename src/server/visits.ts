import { noteVisit } from '#data/visits/note-visit.ts';
import { may } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';

/** A page within so long of the last one is no news. */
const NEWS_AFTER_MS = 60_000;
/** Of so many people this process remembers when it noted them last. */
const MOST_KNOWN = 10_000;

const noted = new Map<string, number>();

/** Notes that somebody is here, at most once a minute, of those to whom their visits mean something. */
export async function seeVisitor(viewer: Viewer, now: Date): Promise<void> {
  if (viewer.role === 'system' || !may(viewer, 'home.read')) return;
  const last = noted.get(viewer.userId);
  if (last !== undefined && now.getTime() - last < NEWS_AFTER_MS) return;
  if (noted.size >= MOST_KNOWN) noted.clear();
  noted.set(viewer.userId, now.getTime());
  await noteVisit(viewer, now);
}
