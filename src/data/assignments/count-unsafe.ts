import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { countAssigned } from './engine/counts.ts';
import { partnerUser } from './engine/partner-user.ts';

/**
 * How many of a partner's assigned numbers are no longer safe, while nobody has looked at them since: what every page of
 * the partner warns of. Counted once for each state of its data.
 */
export async function countUnsafe(viewer: Viewer): Promise<number> {
  demand(viewer, 'numbers.assign');
  const { partnerId } = partnerUser(viewer);
  const { alerts } = await readIn(scopeOf(viewer, partnerId), (query) =>
    countAssigned(query, partnerId, { accountId: null, text: null }),
  );
  return alerts;
}
