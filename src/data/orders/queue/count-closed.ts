import { type QueueFilter, queueStatuses } from '#domain/order-queue.ts';
import { isOpen } from '#domain/status.ts';
import { bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';
import { CLOSED, type ResolvedFilter } from './conditions.ts';
import { remembered } from './remembered.ts';
import { ordersFound } from './source.ts';
import { tallied } from './tally.ts';

/**
 * How many closed orders a filter leaves. They are nearly all orders and seldom change, so a partner's counts are kept for
 * each state of its data (see partner_change): what was counted from the same state holds to the number.
 */
export async function countClosed(query: Query, resolved: ResolvedFilter): Promise<number> {
  const { filter, hits, partnerId } = resolved;
  if (queueStatuses({ ...filter, tab: 'all' }).every(isOpen) || filter.dates?.field === 'nextOn') return 0;
  const asked: ResolvedFilter = { ...resolved, filter: { ...filter, tab: 'all' } };
  // Single orders and one account's are few enough to be looked at.
  if (hits?.accounts.length === 0 || filter.accountId !== null) return countFound(query, asked);
  if (filter.dates === null && filter.age === null) return tallied(query, asked);
  if (hits) return countFound(query, asked);
  const counts = await remembered(query, keyOf(asked), partnerId, (partnerIds) =>
    countByPartner(query, asked, partnerIds),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function countFound(query: Query, resolved: ResolvedFilter): Promise<number> {
  const { values, bind } = bindings();
  const found = ordersFound(resolved, [], bind, CLOSED);
  const [row] = await query<{ orders: number }>(`SELECT count(*)::integer AS orders FROM ${found}`, values);
  return row?.orders ?? 0;
}

async function countByPartner(
  query: Query,
  resolved: ResolvedFilter,
  partnerIds: readonly number[],
): Promise<Map<number, number>> {
  const { values, bind } = bindings();
  const also = `${CLOSED} AND o.partner_id = ANY (${bind(partnerIds)}::integer[])`;
  const rows = await query<{ partnerId: number; orders: number }>(
    `SELECT o.partner_id AS "partnerId", count(*)::integer AS orders
     FROM ${ordersFound(resolved, [], bind, also)} GROUP BY 1`,
    values,
  );
  return new Map(rows.map(({ partnerId, orders }) => [partnerId, orders]));
}

/** What the count depends on besides the partner's data: no names, and the day only where the filter asks for an age. */
function keyOf({ filter, day }: ResolvedFilter): string {
  const { statuses, detailed, type, dates, age }: QueueFilter = filter;
  return JSON.stringify([
    'closed',
    statuses,
    detailed,
    type,
    dates,
    age,
    age && day.today,
    age && [...day.holidays.keys()],
  ]);
}
