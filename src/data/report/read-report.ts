import { type Needle, needleOf } from '#domain/find.ts';
import { demand } from '#domain/permissions.ts';
import type { Found, ReportPage, ReportPageRow, ReportRequest } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import {
  firstOrders,
  hitsAmongFirst,
  type PlacedOrder,
  placeOfHit,
  placeOrders,
  type Report,
  readMatches,
  readStretches,
} from './query/order-pages.ts';
import { orderSort } from './query/order-sort.ts';
import { rowsOfOrders } from './query/rows-of-orders.ts';
import { rowsAroundMatch, type Stretch, spanOfRows, totals } from './query/stretch.ts';
import { countsOf, readTally } from './query/tally.ts';

/**
 * One page of a partner's report, everything of it from one snapshot. `now` is what the page calls "as of". A page beyond
 * the end is the last one; a match beyond the last is the last one. Throws NotFound for a stranger.
 */
export async function readReport(
  viewer: Viewer,
  partner: { id: number },
  request: ReportRequest,
  now: Date,
): Promise<ReportPage> {
  demand(viewer, 'report.read');
  return readIn(scopeOf(viewer, partner.id), async (query) => {
    await query("SELECT set_config('work_mem', '64MB', true)");
    const report: Report = {
      query,
      partnerId: partner.id,
      filters: request,
      sort: orderSort(request.sort),
    };
    const counted = countsOf(await readTally(query, partner.id, request), request);
    const needle = request.find === null ? null : needleOf(request.find);
    const cut = await cutPage(report, request, counted.total, needle);
    return {
      asOf: now,
      ...counted,
      page: cut.page,
      pages: pagesOf(counted.total, request.size),
      rows: cut.rows,
      found: cut.found,
    };
  });
}

type Cut = { page: number; rows: ReportPageRow[]; found: Found | null };

async function cutPage(
  report: Report,
  request: ReportRequest,
  total: number,
  needle: Needle | null,
): Promise<Cut> {
  const { size } = request;
  const asked = Math.min(request.page, pagesOf(total, size));
  if (!needle && asked === 1 && report.sort.key === null) {
    const rows = await rowsFrom(report, await firstOrders(report, size), 0, size);
    return { page: 1, rows, found: null };
  }
  const stretches = await readStretches(report);
  if (!needle) return cutAt(report, stretches, asked, size);
  const matches = await readMatches(report, needle);
  const matched = stretches.map((stretch) => ({ ...stretch, matches: matches.get(stretch.bucket) ?? 0 }));
  return cutFound(report, matched, asked, request, needle);
}

async function cutAt(
  report: Report,
  stretches: readonly Stretch[],
  page: number,
  size: number,
): Promise<Cut> {
  const from = (page - 1) * size;
  const span = spanOfRows(stretches, from, from + size);
  const orders = span ? await placeOrders(report, span, from, from + size, null) : [];
  return { page, rows: await rowsFrom(report, orders, from, size), found: null };
}

async function cutFound(
  report: Report,
  stretches: readonly Stretch[],
  asked: number,
  request: ReportRequest,
  needle: Needle,
): Promise<Cut> {
  const { size } = request;
  const total = totals(stretches).matches;
  const current = request.match === null || total === 0 ? null : Math.min(request.match, total);
  const around = current === null ? null : rowsAroundMatch(stretches, current);
  const low = around ? Math.floor(around.from / size) * size : (asked - 1) * size;
  const high = around ? Math.ceil(around.to / size) * size : low + size;
  const span = spanOfRows(stretches, low, high);
  const placed = span ? await placeOrders(report, span, low, high, needle) : [];
  const from = current === null ? low : pageStart(await rowOfMatch(report, placed, current, needle), size);
  const orders = placed.filter((order) => order.start < from + size && order.start + order.rows > from);
  const before = total === 0 ? 0 : await matchesBefore(report, orders[0], from, needle);
  return {
    page: from / size + 1,
    rows: await rowsFrom(report, orders, from, size),
    found: { total, before, current },
  };
}

async function rowOfMatch(report: Report, placed: PlacedOrder[], k: number, needle: Needle): Promise<number> {
  const order = placed.find(({ matchStart, matches }) => matchStart < k && k <= matchStart + matches);
  if (!order) throw new Error(`Match ${k} is in none of the orders that hold it`);
  const nth = k - order.matchStart;
  return order.start + (isWhole(order) ? nth - 1 : await placeOfHit(report, order.id, nth, needle));
}

async function matchesBefore(
  report: Report,
  order: PlacedOrder | undefined,
  from: number,
  needle: Needle,
): Promise<number> {
  if (!order) return 0;
  const rows = from - order.start;
  if (rows === 0 || order.matches === 0) return order.matchStart;
  return order.matchStart + (isWhole(order) ? rows : await hitsAmongFirst(report, order.id, rows, needle));
}

/** Whether all rows of an order match. */
function isWhole(order: PlacedOrder): boolean {
  return order.matches === order.rows;
}

function rowsFrom(
  report: Report,
  orders: readonly PlacedOrder[],
  from: number,
  size: number,
): Promise<ReportPageRow[]> {
  const ids = orders.map(({ id }) => id);
  return rowsOfOrders(report.query, report.partnerId, ids, from - (orders[0]?.start ?? from), size);
}

function pageStart(row: number, size: number): number {
  return row - (row % size);
}

function pagesOf(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}
