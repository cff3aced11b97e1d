import { businessDaysSince } from '#domain/business-days.ts';
import { NotFound } from '#domain/not-found.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Viewer } from '#domain/viewer.ts';
import { folded } from '../folded.ts';
import { followNumber } from '../orders/engine/follow-number.ts';
import { readContext } from '../orders/engine/staff.ts';
import { rowsOfNumbers } from '../report/query/page-rows.ts';
import { type Query, readIn, scopeOf } from '../tenant.ts';
import { readTree } from './engine/read-tree.ts';
import type { Story, StoryAssignment } from './story.ts';

/**
 * The story of one number of a partner's report, everything of it from one snapshot and as its partner may see it, also
 * for the porting team: internal notes never. Throws NotFound for strangers, for end users, and when the request does not
 * hold the number.
 */
export async function readStory(
  viewer: Viewer,
  { partner, requestId, phone }: { partner: { id: number }; requestId: string; phone: PhoneNumber },
  now: Date,
): Promise<Story> {
  demand(viewer, 'report.read');
  return readIn(scopeOf(viewer, partner.id), async (query) => {
    const number = { partnerId: partner.id, requestId, phone };
    const order = await holderOf(query, number);
    const [row] = await rowsOfNumbers(query, partner.id, [{ ...ONE_ROW, orderId: order.id, phone }]);
    if (!row) throw new NotFound('number');
    const { today, holidays } = await readContext(query, viewer, pacificDate(now));
    const { all, listed } = await readTree(query, { partnerId: partner.id, requestId, own: order.id });
    return {
      row,
      numbers: order.numbers,
      statusSince: order.statusSince,
      age: businessDaysSince(pacificDate(order.statusSince), today, holidays),
      repliedAt: order.repliedAt,
      reason: row.rejectReason === null ? null : await reasonOf(query, row.rejectReason),
      request: all,
      orders: listed,
      history: (await followNumber(query, number)) ?? [],
      assignment: await assignmentOf(query, number),
    };
  });
}

type NumberOf = { partnerId: number; requestId: string; phone: PhoneNumber };
type Holder = { id: number; numbers: number; statusSince: Date; repliedAt: Date | null };

const ONE_ROW = { rows: 1, start: 0, matches: 0, matchStart: 0 };

async function holderOf(query: Query, { partnerId, requestId, phone }: NumberOf): Promise<Holder> {
  const [order] = await query<Holder>(
    `SELECT o.id, o.number_count AS numbers, o.status_since AS "statusSince", o.replied_at AS "repliedAt"
     FROM port_number n JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
     WHERE n.partner_id = $1 AND n.request_id = $2 AND n.phone = $3`,
    [partnerId, requestId, phone],
    'story-order',
  );
  if (!order) throw new NotFound('number');
  return order;
}

/** Retired reasons too: an order keeps the one that it was given. */
async function reasonOf(query: Query, reason: string): Promise<Story['reason']> {
  const [found] = await query<NonNullable<Story['reason']>>(
    `SELECT next_step AS "nextStep", turn FROM reject_reason WHERE ${folded('reason')} = ${folded('$1::text')}
     ORDER BY retired LIMIT 1`,
    [reason.trim()],
  );
  return found ?? null;
}

async function assignmentOf(
  query: Query,
  { partnerId, requestId, phone }: NumberOf,
): Promise<StoryAssignment | null> {
  const [assignment] = await query<StoryAssignment>(
    `SELECT at, actor, assigned_to AS "assignedTo", foc_on AS "focOn" FROM number_assignment
     WHERE partner_id = $1 AND request_id = $2 AND phone = $3`,
    [partnerId, requestId, phone],
  );
  return assignment ?? null;
}
