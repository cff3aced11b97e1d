import { QUEUE_TABS, type QueueTab, queueStatuses } from '#domain/order-queue.ts';
import { bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';
import { conditionsOf, inDetailed, OPEN, REPLIED, type ResolvedFilter } from './conditions.ts';
import { countClosed } from './count-closed.ts';
import { remembered } from './remembered.ts';
import { ordersFound } from './source.ts';
import { FEW_ACCOUNTS } from './text-hits.ts';

/** `more`: All holds more than were counted. `noneOpen`: all that it holds are known to be closed. */
export type TabCounts = { counts: Record<QueueTab, number>; more: boolean; noneOpen: boolean };

/**
 * How many orders each tab holds under the other filters. The counts of a partner's open orders are kept for each state of
 * its data (see partner_change): what was counted from the same state holds to the number.
 */
export async function countTabs(query: Query, resolved: ResolvedFilter): Promise<TabCounts> {
  const asked: ResolvedFilter = { ...resolved, filter: { ...resolved.filter, tab: 'all' } };
  if (asked.hits && asked.hits.accounts.length <= FEW_ACCOUNTS) {
    // Few were found, open or closed: they are looked at once.
    const counts = summed([...(await countByTab(query, asked, '')).values()]);
    return {
      counts: { ...counts, 'partner-replied': await countReplied(query, asked) },
      more: false,
      noneOpen: false,
    };
  }
  const open = asked.hits
    ? [...(await countByTab(query, asked, OPEN)).values()]
    : await remembered(query, keyOf(asked), asked.partnerId, (some) => countOpen(query, asked, some));
  const counts = summed(open);
  const closed = await countClosed(query, asked);
  return {
    counts: {
      ...counts,
      'partner-replied': await countReplied(query, asked),
      all: counts.all + closed.orders,
    },
    more: closed.more,
    noneOpen: counts.all === 0,
  };
}

/** Open and closed ones, counted each time: they are few, and only their own index knows them. */
async function countReplied(query: Query, resolved: ResolvedFilter): Promise<number> {
  const { values, bind } = bindings();
  const asked = { ...resolved, filter: { ...resolved.filter, tab: 'partner-replied' } } as const;
  const [row] = await query<{ orders: number }>(
    // Found first: whatever else is asked of them, they are looked at one by one.
    `SELECT count(*)::integer AS orders FROM (SELECT * FROM port_order o WHERE ${REPLIED} OFFSET 0) o
     WHERE ${conditionsOf(asked, bind)}`,
    values,
  );
  return row?.orders ?? 0;
}

function summed(parts: readonly (readonly number[])[]): Record<QueueTab, number> {
  const sums = QUEUE_TABS.map((tab, place) => [
    tab,
    parts.reduce((sum, counts) => sum + (counts[place] ?? 0), 0),
  ]);
  return Object.fromEntries(sums);
}

function countOpen(
  query: Query,
  resolved: ResolvedFilter,
  partnerIds: readonly number[],
): Promise<Map<number, number[]>> {
  return countByTab(query, resolved, OPEN, partnerIds);
}

/** By partner, of each tab in their order, those that are `also` so; `partnerIds` only where it is given. */
async function countByTab(
  query: Query,
  resolved: ResolvedFilter,
  also: string,
  partnerIds?: readonly number[],
): Promise<Map<number, number[]>> {
  const { values, bind } = bindings();
  const partners = partnerIds ? ` AND o.partner_id = ANY (${bind(partnerIds)}::integer[])` : '';
  const found = ordersFound(resolved, ['facet', 'foc_on', 'next_on'], bind, also + partners);
  const today = bind(resolved.day.today, 'date');
  const counts = QUEUE_TABS.map((tab) => `count(*) FILTER (WHERE ${inTab(tab, today)})::integer`);
  const rows = await query<{ partnerId: number; counts: number[] }>(
    `SELECT o.partner_id AS "partnerId", ARRAY[${counts.join(', ')}] AS counts FROM ${found} GROUP BY 1`,
    values,
  );
  return new Map(rows.map(({ partnerId, counts }) => [partnerId, counts]));
}

function inTab(tab: QueueTab, today: string): string {
  if (tab === 'all') return 'true';
  // Counted by itself.
  if (tab === 'partner-replied') return 'false';
  if (tab === 'foc-today') return `o.foc_on = ${today} AND ${OPEN}`;
  if (tab === 'overdue') return `o.next_on < ${today}`;
  return inDetailed(queueStatuses({ tab, statuses: [], detailed: [] }));
}

/** What the counts depend on besides the partner's data. */
function keyOf({ filter, day }: ResolvedFilter): string {
  const { statuses, detailed, type, accountId, dates, age } = filter;
  return JSON.stringify([
    'open',
    day.today,
    statuses,
    detailed,
    type,
    accountId,
    dates,
    age,
    age && [...day.holidays.keys()],
  ]);
}
