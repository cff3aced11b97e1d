import { QUEUE_TABS, type QueueTab, queueStatuses } from '#domain/order-queue.ts';
import { bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';
import { OPEN, type ResolvedFilter } from './conditions.ts';
import { countClosed } from './count-closed.ts';
import { ordersFound } from './source.ts';

/** How many orders each tab holds under the other filters. Open orders are counted each time, closed ones when they changed. */
export async function countTabs(query: Query, resolved: ResolvedFilter): Promise<Record<QueueTab, number>> {
  const open = await countOpen(query, resolved);
  return { ...open, all: open.all + (await countClosed(query, resolved)) };
}

async function countOpen(query: Query, resolved: ResolvedFilter): Promise<Record<QueueTab, number>> {
  const { values, bind } = bindings();
  const all = { ...resolved, filter: { ...resolved.filter, tab: 'all' as const } };
  const found = ordersFound(all, ['detailed_status', 'foc_on', 'next_on'], bind, OPEN);
  const today = bind(resolved.day.today, 'date');
  const inTab = (tab: QueueTab) => {
    const statuses = queueStatuses({ tab, statuses: [], detailed: [] });
    const conditions = [`o.detailed_status IN (${statuses.map((status) => `'${status}'`).join(', ')})`];
    if (tab === 'foc-today') conditions.push(`o.foc_on = ${today}`);
    if (tab === 'overdue') conditions.push(`o.next_on < ${today}`);
    return tab === 'all' ? 'true' : conditions.join(' AND ');
  };
  const counts = QUEUE_TABS.map((tab) => `count(*) FILTER (WHERE ${inTab(tab)})::integer AS "${tab}"`);
  const [row] = await query<Record<QueueTab, number>>(`SELECT ${counts.join(', ')} FROM ${found}`, values);
  if (!row) throw new Error('Postgres counted nothing.');
  return row;
}
