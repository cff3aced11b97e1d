import type { CalendarDate } from '#domain/calendar-date.ts';
import type { FollowedOrder, KnownReason } from '#domain/followed-order.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { type RequestStatus, requestStatus } from '#domain/request-status.ts';
import { DETAILED_STATUSES, isOpen } from '#domain/status.ts';
import type { Query } from '../../tenant.ts';
import { type FollowedRow, readFollowedOrders } from './read-orders.ts';

/** How many numbers of a part are shown at once. */
export const PHONES_SHOWN = 50;

/** Numbers of a request that share one fate. End users know no orders: those that stand alike are one part. */
export type RequestPart = FollowedOrder & {
  known: KnownReason | null;
  numbers: number;
  /** The page of its numbers, in their order, that was asked for; of how many pages. */
  phones: PhoneNumber[];
  page: number;
  pages: number;
};

/** A request as its end user follows it: what asks for something comes first, what is over last. */
export type RequestView = RequestStatus & {
  id: string;
  asOf: Date;
  numbers: number;
  createdOn: CalendarDate | null;
  /** The name of the partner, and of the account in our system. */
  provider: string;
  company: string | null;
  parts: RequestPart[];
};

/** Which page of which part's numbers is asked for, both from 1; every other part begins at its beginning. */
export type PartPage = { part: number; page: number };

/** Reads one request in a transaction of its account; null when the account has none of this ID with numbers in it. */
export async function readRequestView(
  query: Query,
  account: { partnerId: number; accountId: string },
  requestId: string,
  asked: PartPage,
): Promise<RequestView | null> {
  const orders = await readFollowedOrders(query, account, [requestId]);
  const status = requestStatus(orders);
  if (!status) return null;
  const parts = partsOf(orders).map((part, i) => {
    const pages = Math.ceil(part.numbers / PHONES_SHOWN);
    return { ...part, pages, page: i + 1 === asked.part ? Math.min(asked.page, pages) : 1 };
  });
  const phones = await readPhones(query, account.partnerId, parts);
  return {
    id: requestId,
    ...status,
    ...(await readNames(query, account)),
    numbers: parts.reduce((sum, part) => sum + part.numbers, 0),
    createdOn: orders.flatMap(({ createdOn }) => createdOn ?? []).toSorted()[0] ?? null,
    parts: parts.map(({ orderIds: _, ...part }, i) => ({ ...part, phones: phones.get(i) ?? [] })),
  };
}

type Part = FollowedOrder & { known: KnownReason | null; numbers: number; orderIds: number[] };

function partsOf(orders: readonly FollowedRow[]): Part[] {
  const parts = new Map<string, Part>();
  for (const { orderId, numbers, requestId: _, createdOn: __, ...order } of orders) {
    // An estimate that is overtaken tells nobody apart.
    const estimated = isOpen(order.detailedStatus) && order.focOn === null;
    const facts = { ...order, estimatedOn: estimated ? order.estimatedOn : null };
    const key = JSON.stringify(facts);
    const part = parts.get(key) ?? { ...facts, numbers: 0, orderIds: [] };
    parts.set(key, { ...part, numbers: part.numbers + numbers, orderIds: [...part.orderIds, orderId] });
  }
  return [...parts.values()].toSorted(
    (a, b) =>
      DETAILED_STATUSES.indexOf(a.detailedStatus) - DETAILED_STATUSES.indexOf(b.detailedStatus) ||
      (a.focOn ?? a.estimatedOn ?? '').localeCompare(b.focOn ?? b.estimatedOn ?? ''),
  );
}

async function readPhones(
  query: Query,
  partnerId: number,
  parts: readonly (Part & { page: number })[],
): Promise<ReadonlyMap<number, PhoneNumber[]>> {
  const wanted = parts.map(({ orderIds, page }, place) => ({
    place,
    ids: orderIds,
    skip: (page - 1) * PHONES_SHOWN,
  }));
  const rows = await query<{ place: number; phones: PhoneNumber[] }>(
    `SELECT p.place, ARRAY(
       SELECT n.phone FROM port_number n WHERE n.partner_id = $1 AND n.order_id = ANY (p.ids)
       ORDER BY n.phone LIMIT ${PHONES_SHOWN} OFFSET p.skip
     ) AS phones
     FROM jsonb_to_recordset($2::jsonb) AS p (place integer, ids bigint[], skip integer)`,
    [partnerId, JSON.stringify(wanted)],
  );
  return new Map(rows.map(({ place, phones }) => [place, phones]));
}

async function readNames(query: Query, { partnerId, accountId }: { partnerId: number; accountId: string }) {
  const [names] = await query<{ asOf: Date; provider: string; company: string | null }>(
    `SELECT now() AS "asOf", p.name AS provider, coalesce(a.company_name, a.username) AS company
     FROM partner p JOIN account a ON a.partner_id = p.id WHERE p.id = $1 AND a.id = $2`,
    [partnerId, accountId],
  );
  if (!names) throw new Error('A request without its account.');
  return names;
}
