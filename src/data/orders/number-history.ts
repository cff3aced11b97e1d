import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { followNumber, type NumberRef } from './engine/follow-number.ts';
import type { HistoryEntry } from './engine/history.ts';
import { STAFF } from './engine/staff.ts';

/**
 * What happened to one number of a request, the newest first, from order to order as it was split off and moved: of each
 * order what happened while it held the number. Throws NotFound when the request never had it.
 */
export async function numberHistory(viewer: Viewer, number: NumberRef): Promise<HistoryEntry[]> {
  demand(viewer, 'desk.read');
  const entries = await readIn(STAFF, (query) => followNumber(query, number));
  if (!entries) throw new NotFound('number');
  return entries;
}
