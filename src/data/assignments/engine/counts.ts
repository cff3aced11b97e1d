import { bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';
import type { AccountOfNumbers, NumberCounts, NumberFilter } from '../assignment.ts';
import { accountsUnder } from './accounts.ts';
import { assignedByAccount } from './assigned-by-account.ts';
import { assignedNumbers, readyFrom } from './conditions.ts';
import { ALERTS, ASSIGNED, STANDING } from './standing.ts';

/** How many numbers of each account may be assigned and are not, under a filter; accounts without any are left out. */
export async function readyByAccount(
  query: Query,
  partnerId: number,
  filter: NumberFilter,
  accounts: readonly AccountOfNumbers[],
): Promise<Map<string, number>> {
  if (filter.text === null) {
    const of = accountsUnder(accounts, filter).filter(({ ready }) => ready > 0);
    return new Map(of.map(({ id, ready }) => [id, ready]));
  }
  const { values, bind } = bindings();
  const rows = await query<{ id: string; ready: number }>(
    `SELECT o.account_id AS id, count(*) AS ready FROM ${readyFrom(partnerId, filter, bind)} GROUP BY 1`,
    values,
  );
  return new Map(rows.map(({ id, ready }) => [id, ready]));
}

type AssignedCounts = Omit<NumberCounts, 'ready'>;

/** How many numbers are assigned under a filter, and how these stand. */
export async function countAssigned(
  query: Query,
  partnerId: number,
  filter: NumberFilter,
): Promise<AssignedCounts> {
  if (filter.text === null) {
    const all = await assignedByAccount(query, partnerId);
    const under = all.filter(({ accountId }) => [null, accountId].includes(filter.accountId));
    const sum = (of: keyof AssignedCounts) => under.reduce((total, account) => total + account[of], 0);
    return { assigned: sum('assigned'), unsafe: sum('unsafe'), alerts: sum('alerts') };
  }
  const { values, bind } = bindings();
  const [row] = await query<AssignedCounts>(
    `SELECT count(*) AS assigned, count(*) FILTER (WHERE ${STANDING} <> 'safe') AS unsafe,
       count(*) FILTER (WHERE ${ALERTS}) AS alerts
     FROM ${ASSIGNED} WHERE ${assignedNumbers(partnerId, filter, bind)}`,
    values,
  );
  return row ?? { assigned: 0, unsafe: 0, alerts: 0 };
}

/** The counts of the page's tabs, all under the same filter. */
export async function countNumbers(
  query: Query,
  partnerId: number,
  filter: NumberFilter,
  ready: ReadonlyMap<string, number>,
): Promise<NumberCounts> {
  const all = [...ready.values()].reduce((total, n) => total + n, 0);
  return { ready: all, ...(await countAssigned(query, partnerId, filter)) };
}
