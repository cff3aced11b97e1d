import type { CalendarDate } from '#domain/calendar-date.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { bindings } from '../report/query/bindings.ts';
import { type Query, readIn, scopeOf } from '../tenant.ts';
import type { AccountOfNumbers, NumberCounts, NumberFilter, ReadyNumber } from './assignment.ts';
import { accountsOfNumbers } from './engine/accounts.ts';
import { orderFound, readyNumbers, readyOrders } from './engine/conditions.ts';
import { countNumbers, readyByAccount } from './engine/counts.ts';

/** The number after which a page begins. */
export type ReadyPosition = {
  accountId: string;
  focOn: CalendarDate | null;
  orderId: number;
  phone: string;
};

/** The numbers of an account on a page; `ready` counts all of it under the filter. */
export type ReadyGroup = { account: AccountOfNumbers; ready: number; numbers: ReadyNumber[] };

export type ReadyList = {
  groups: ReadyGroup[];
  counts: NumberCounts;
  /** The last number of the page; null on the last page. */
  next: ReadyPosition | null;
};

export const READY_PAGE = 100;

/**
 * The numbers of a partner that may be assigned and are not, account by account, in each the soonest first; 100 of them
 * after a position. Throws NotFound for a stranger.
 */
export async function listReady(
  viewer: Viewer,
  partner: { id: number },
  { filter, after }: { filter: NumberFilter; after: ReadyPosition | null },
): Promise<ReadyList> {
  demand(viewer, 'report.read');
  return readIn(scopeOf(viewer, partner.id), async (query) => {
    const accounts = await accountsOfNumbers(query, partner.id);
    const ready = await readyByAccount(query, partner.id, filter, accounts);
    const from = after
      ? Math.max(
          0,
          accounts.findIndex(({ id }) => id === after.accountId),
        )
      : 0;
    const asked = enough(accounts.slice(from), ready, after);
    const numbers = await readNumbers(query, partner.id, { filter, after }, asked);
    const page = numbers.slice(0, READY_PAGE);
    const last = page.at(-1);
    const of = Map.groupBy(page, ({ accountId }) => accountId);
    return {
      groups: asked.flatMap((account) => {
        const own = of.get(account.id);
        return own ? [{ account, ready: ready.get(account.id) ?? own.length, numbers: own }] : [];
      }),
      counts: await countNumbers(query, partner.id, filter, ready),
      next: numbers.length > READY_PAGE && last ? positionOf(last) : null,
    };
  });
}

function positionOf({ accountId, focOn, orderId, phone }: ReadyNumber): ReadyPosition {
  return { accountId, focOn, orderId, phone };
}

/** The accounts that a page can reach: as many as it takes numbers, besides what of the first lies before it. */
function enough(
  accounts: readonly AccountOfNumbers[],
  ready: ReadonlyMap<string, number>,
  after: ReadyPosition | null,
): AccountOfNumbers[] {
  const reached: AccountOfNumbers[] = [];
  let numbers = 0;
  for (const account of accounts) {
    if (numbers > READY_PAGE) break;
    const own = ready.get(account.id) ?? 0;
    if (own === 0) continue;
    reached.push(account);
    if (account.id !== after?.accountId) numbers += own;
  }
  return reached;
}

async function readNumbers(
  query: Query,
  partnerId: number,
  { filter, after }: { filter: NumberFilter; after: ReadyPosition | null },
  asked: readonly AccountOfNumbers[],
): Promise<ReadyNumber[]> {
  if (asked.length === 0) return [];
  const { values, bind } = bindings();
  const ids = bind(
    asked.map(({ id }) => id),
    'text[]',
  );
  const place = after && {
    account: bind(after.accountId, 'text'),
    day: `coalesce(${bind(after.focOn, 'date')}, 'infinity')`,
    order: bind(after.orderId, 'bigint'),
    phone: bind(after.phone, 'text'),
  };
  // Orders are sorted and numbered first, so that only as many are read out as fill a page.
  return query<ReadyNumber>(
    `SELECT o.request_id AS "requestId", n.phone, o.account_id AS "accountId", o.id AS "orderId",
       CASE WHEN o.toll_free THEN 'toll-free' ELSE 'local' END AS type, o.foc_on AS "focOn",
       to_char(o.foc_time, 'HH24:MI') AS "focTime", o.approved_on AS "approvedOn", o.location
     FROM (
       SELECT o.*, asked.place, coalesce(o.foc_on, 'infinity') AS day, ${orderFound(partnerId, filter, bind)} AS found
       FROM unnest(${ids}) WITH ORDINALITY AS asked (id, place)
       JOIN port_order o ON o.account_id = asked.id AND ${readyOrders(partnerId, filter, bind)}
       WHERE ${place ? `o.account_id <> ${place.account} OR (coalesce(o.foc_on, 'infinity'), o.id) >= (${place.day}, ${place.order})` : 'true'}
       ORDER BY asked.place, day, o.id
     ) o
     CROSS JOIN LATERAL (
       SELECT n.phone FROM port_number n
       WHERE n.partner_id = o.partner_id AND n.order_id = o.id AND ${readyNumbers(filter, bind)}
         ${place ? `AND (o.account_id <> ${place.account} OR o.id <> ${place.order} OR n.phone > ${place.phone})` : ''}
       ORDER BY n.phone
     ) n
     ORDER BY o.place, o.day, o.id, n.phone LIMIT ${READY_PAGE + 1}`,
    values,
  );
}
