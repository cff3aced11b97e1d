import type { CalendarDate } from '#domain/calendar-date.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import { type OrderOfRequest, type RequestStatus, requestStatus } from '#domain/request-status.ts';
import { isOpen } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Query, readIn, scopeOf } from '../tenant.ts';

const PAGE_SIZE = 25;

/** A request as its end user follows it. Dates are of orders that are still open, earliest first; null when there is none. */
export type RequestOverview = RequestStatus & {
  id: string;
  numbers: number;
  createdOn: CalendarDate | null;
  estimatedOn: CalendarDate | null;
  focOn: CalendarDate | null;
};

/** `page` is the one that was found: from 1, the last one when it was asked for beyond the end. */
export type RequestList = {
  asOf: Date;
  total: number;
  page: number;
  pages: number;
  requests: RequestOverview[];
};

/** The requests of an end user's account that hold numbers, the newest request ID first. Anyone else: NotFound. */
export async function listRequests(viewer: Viewer, asked: { page: number }): Promise<RequestList> {
  demand(viewer, 'requests.read-own-account');
  if (viewer.role !== 'end-user') throw new NotFound('account');
  const { partnerId, accountId } = viewer;
  return readIn(scopeOf(viewer, partnerId), async (query) => {
    const { asOf, total } = await countRequests(query, partnerId, accountId);
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const page = Math.min(asked.page, pages);
    const ids = await requestIds(query, partnerId, accountId, (page - 1) * PAGE_SIZE);
    const orders = await ordersOf(query, partnerId, accountId, ids);
    const requests = ids.map((id) =>
      overview(
        id,
        orders.filter((order) => order.requestId === id),
      ),
    );
    return { asOf, total, page, pages, requests };
  });
}

const WITH_NUMBERS = `port_request r WHERE r.partner_id = $1 AND r.account_id = $2 AND EXISTS (
  SELECT FROM port_order o WHERE o.partner_id = r.partner_id AND o.request_id = r.id AND o.number_count > 0)`;

async function countRequests(query: Query, partnerId: number, accountId: string) {
  const [counted] = await query<{ asOf: Date; total: number }>(
    `SELECT now() AS "asOf", count(*) AS total FROM ${WITH_NUMBERS}`,
    [partnerId, accountId],
  );
  if (!counted) throw new Error('Counting gave no row.');
  return counted;
}

async function requestIds(query: Query, partnerId: number, accountId: string, offset: number) {
  const rows = await query<{ id: string }>(
    `SELECT r.id FROM ${WITH_NUMBERS} ORDER BY r.id::bigint DESC, r.id LIMIT ${PAGE_SIZE} OFFSET $3`,
    [partnerId, accountId, offset],
  );
  return rows.map((row) => row.id);
}

type OrderRow = OrderOfRequest & {
  requestId: string;
  createdOn: CalendarDate | null;
  estimatedOn: CalendarDate | null;
};

async function ordersOf(query: Query, partnerId: number, accountId: string, ids: readonly string[]) {
  return query<OrderRow>(
    `SELECT request_id AS "requestId", detailed_status AS "detailedStatus", number_count AS numbers,
       created_on AS "createdOn", estimated_on AS "estimatedOn", foc_on AS "focOn", to_char(foc_time, 'HH24:MI') AS "focTime"
     FROM port_order
     WHERE partner_id = $1 AND account_id = $2 AND request_id = ANY ($3) AND number_count > 0
     ORDER BY id`,
    [partnerId, accountId, ids],
  );
}

function overview(id: string, orders: readonly OrderRow[]): RequestOverview {
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
  };
}

function earliest(dates: readonly (CalendarDate | null)[]): CalendarDate | null {
  return dates.filter((date) => date !== null).toSorted()[0] ?? null;
}
