import type { QueueCursor, QueuePage, QueueRequest } from '#domain/order-queue.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../../tenant.ts';
import { type QueueDay, resolveFilter } from './conditions.ts';
import { countTabs } from './count-tabs.ts';
import { cutPage } from './cut-page.ts';
import { settle } from './plans.ts';
import { readRows } from './read-rows.ts';

/**
 * A page of the desk's list over all partners with the counts of its tabs, everything of it from one snapshot. Where
 * nothing is left after a place, the last page; where there is less than a page before one, the first. Throws NotFound for
 * everybody but the porting team.
 */
export async function listOrders(viewer: Viewer, request: QueueRequest, day: QueueDay): Promise<QueuePage> {
  demand(viewer, 'desk.read');
  return readIn({ role: 'portal_staff' }, async (query) => {
    await settle(query);
    const resolved = await resolveFilter(query, request.filter, day);
    const { counts, more, noneOpen } = await countTabs(query, resolved);
    const { tab } = request.filter;
    const total = more && tab === 'all' ? null : counts[tab];
    const cut = await cutPage(query, { ...resolved, noneOpen }, request, total);
    const [first, last] = [cut.placed[0], cut.placed.at(-1)];
    return {
      rows: await readRows(query, cut.placed),
      counts,
      more,
      before: cut.before,
      previous: cut.earlier && first ? cursorOf(first) : null,
      next: cut.later && last ? cursorOf(last) : null,
    };
  });
}

function cursorOf({ key, orderId }: QueueCursor): QueueCursor {
  return { key, orderId };
}
