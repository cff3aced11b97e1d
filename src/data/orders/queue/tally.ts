import { queueStatuses } from '#domain/order-queue.ts';
import type { DetailedStatus } from '#domain/status.ts';
import { bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';
import { CLOSED, type ResolvedFilter } from './conditions.ts';
import { remembered } from './remembered.ts';
import { ordersFound } from './source.ts';

/** Closed orders of one account, of one detailed status and type. */
type Tally = {
  partnerId: number;
  accountId: string;
  detailedStatus: DetailedStatus;
  tollFree: boolean;
  orders: number;
};

/** How many closed orders a filter without dates and age leaves, added up from what is known of every account. */
export async function tallied(query: Query, resolved: ResolvedFilter): Promise<number> {
  const { filter, hits, partnerId } = resolved;
  const tallies = await remembered(query, 'tally', partnerId, (partnerIds) => tallyOf(query, partnerIds));
  const statuses = new Set(queueStatuses(filter));
  const accounts = hits && new Set(hits.accounts.map(accountName));
  let sum = hits ? await countSingle(query, resolved) : 0;
  for (const tally of tallies.flat()) {
    if (!statuses.has(tally.detailedStatus)) continue;
    if (filter.type !== null && (filter.type === 'toll-free') !== tally.tollFree) continue;
    if (accounts && !accounts.has(accountName(tally))) continue;
    sum += tally.orders;
  }
  return sum;
}

async function tallyOf(query: Query, partnerIds: readonly number[]): Promise<Map<number, Tally[]>> {
  const rows = await query<Tally>(
    `SELECT o.partner_id AS "partnerId", o.account_id AS "accountId", o.detailed_status AS "detailedStatus",
       o.toll_free AS "tollFree", count(*)::integer AS orders
     FROM port_order o WHERE o.partner_id = ANY ($1::integer[]) AND o.number_count > 0 AND ${CLOSED} GROUP BY 1, 2, 3, 4`,
    [partnerIds],
  );
  return Map.groupBy(rows, ({ partnerId }) => partnerId);
}

/** Of the orders that the text itself was found in, those that are of none of the accounts that it was found in too. */
async function countSingle(query: Query, resolved: ResolvedFilter): Promise<number> {
  const { hits } = resolved;
  if (!hits || hits.orderIds.length === 0) return 0;
  const { values, bind } = bindings();
  const single = { ...resolved, hits: { ...hits, accounts: [] } };
  const rows = await query<{ partnerId: number; accountId: string }>(
    `SELECT o.partner_id AS "partnerId", o.account_id AS "accountId" FROM ${ordersFound(single, ['account_id'], bind, CLOSED)}`,
    values,
  );
  const accounts = new Set(hits.accounts.map(accountName));
  return rows.filter((row) => !accounts.has(accountName(row))).length;
}

function accountName({ partnerId, accountId }: { partnerId: number; accountId: string }): string {
  return `${partnerId} ${accountId}`;
}
