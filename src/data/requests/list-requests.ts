import type { CalendarDate } from '#domain/calendar-date.ts';
import { neededFromEndUser } from '#domain/followed-order.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { type RequestStatus, requestStatus } from '#domain/request-status.ts';
import { type DetailedStatus, isOpen } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Query, readIn, scopeOf } from '../tenant.ts';
import { type FollowedRow, readFollowedOrders } from './view/read-orders.ts';

const PAGE_SIZE = 25;
const HITS_SHOWN = 5;

/** A request as its end user follows it. Dates are of orders that are still open, earliest first; null when there is none. */
export type RequestOverview = RequestStatus & {
  id: string;
  numbers: number;
  createdOn: CalendarDate | null;
  estimatedOn: CalendarDate | null;
  focOn: CalendarDate | null;
  /** What the end user will be asked for, each thing once. */
  needed: string[];
  /** Of its numbers, the first few that hold what is looked for. */
  hits: NumberHit[];
};

export type NumberHit = { phone: PhoneNumber; detailedStatus: DetailedStatus };

/** `page` is the one that was found: from 1, the last one when it was asked for beyond the end. */
export type RequestList = {
  asOf: Date;
  total: number;
  page: number;
  pages: number;
  requests: RequestOverview[];
};

/**
 * The requests of an end user's account that hold numbers, the newest request ID first; with `digits`, those whose ID
 * begins with them or that hold a number with them in it. Anyone else: NotFound.
 */
export async function listRequests(
  viewer: Viewer,
  asked: { page: number; digits?: string | null },
): Promise<RequestList> {
  demand(viewer, 'requests.read-own-account');
  if (viewer.role !== 'end-user') throw new NotFound('account');
  const account = { partnerId: viewer.partnerId, accountId: viewer.accountId };
  const digits = asked.digits ?? null;
  return readIn(scopeOf(viewer, viewer.partnerId), async (query) => {
    const { asOf, total } = await countRequests(query, account, digits);
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const page = Math.min(asked.page, pages);
    const ids = await requestIds(query, account, digits, (page - 1) * PAGE_SIZE);
    const orders = await readFollowedOrders(query, account, ids);
    const hits = digits === null ? [] : await readHits(query, account, ids, digits);
    const requests = ids.map((id) => ({
      ...overview(
        id,
        orders.filter((order) => order.requestId === id),
      ),
      hits: hits
        .filter((hit) => hit.requestId === id)
        .map(({ phone, detailedStatus }) => ({ phone, detailedStatus })),
    }));
    return { asOf, total, page, pages, requests };
  });
}

type AccountKey = { partnerId: number; accountId: string };

const FOUND = `port_request r WHERE r.partner_id = $1 AND r.account_id = $2 AND EXISTS (
    SELECT FROM port_order o WHERE o.partner_id = r.partner_id AND o.request_id = r.id AND o.number_count > 0)
  AND ($3::text IS NULL OR starts_with(r.id, $3) OR EXISTS (
    SELECT FROM port_number n WHERE n.partner_id = r.partner_id AND n.request_id = r.id AND strpos(n.phone, $3) > 0))`;

async function countRequests(query: Query, { partnerId, accountId }: AccountKey, digits: string | null) {
  const [counted] = await query<{ asOf: Date; total: number }>(
    `SELECT now() AS "asOf", count(*) AS total FROM ${FOUND}`,
    [partnerId, accountId, digits],
  );
  if (!counted) throw new Error('Counting gave no row.');
  return counted;
}

async function requestIds(
  query: Query,
  { partnerId, accountId }: AccountKey,
  digits: string | null,
  offset: number,
) {
  const rows = await query<{ id: string }>(
    `SELECT r.id FROM ${FOUND} ORDER BY r.id::bigint DESC, r.id LIMIT ${PAGE_SIZE} OFFSET $4`,
    [partnerId, accountId, digits, offset],
  );
  return rows.map((row) => row.id);
}

async function readHits(query: Query, { partnerId }: AccountKey, ids: readonly string[], digits: string) {
  return query<NumberHit & { requestId: string }>(
    `SELECT n.request_id AS "requestId", n.phone, o.detailed_status AS "detailedStatus"
     FROM unnest($2::text[]) AS asked (id),
       LATERAL (
         SELECT * FROM port_number n WHERE n.partner_id = $1 AND n.request_id = asked.id AND strpos(n.phone, $3) > 0
         ORDER BY n.phone LIMIT ${HITS_SHOWN}
       ) n
     JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
     ORDER BY n.phone`,
    [partnerId, ids, digits],
  );
}

function overview(id: string, orders: readonly FollowedRow[]): Omit<RequestOverview, 'hits'> {
  const status = requestStatus(orders);
  if (!status) throw new Error(`Request ${id} has no numbers.`);
  const open = orders.filter((order) => isOpen(order.detailedStatus));
  return {
    id,
    ...status,
    numbers: orders.reduce((sum, order) => sum + order.numbers, 0),
    createdOn: earliest(orders.map((order) => order.createdOn)),
    estimatedOn: earliest(open.filter((order) => !order.focOn).map((order) => order.estimatedOn)),
    focOn: earliest(open.map((order) => order.focOn)),
    needed: [
      ...new Set(orders.flatMap((order) => neededFromEndUser(order.detailedStatus, order.known) ?? [])),
    ],
  };
}

function earliest(dates: readonly (CalendarDate | null)[]): CalendarDate | null {
  return dates.filter((date) => date !== null).toSorted()[0] ?? null;
}
