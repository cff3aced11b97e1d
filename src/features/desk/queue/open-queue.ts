import 'server-only';
import { listHolidays } from '#data/holidays/list-holidays.ts';
import { listOrders } from '#data/orders/queue/list-orders.ts';
import { listPartners } from '#data/partners/list-partners.ts';
import { readPreferences } from '#data/preferences/read-preferences.ts';
import { listRejectReasons } from '#data/reject-reasons/list-reject-reasons.ts';
import { businessDaysSince } from '#domain/business-days.ts';
import { formatCalendarDate } from '#domain/calendar-date.ts';
import type { QueueRow } from '#domain/order-queue.ts';
import { formatMoment, pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { parseQueueUrl, type UrlProblem } from './url.ts';
import type { QueueItem, QueueView } from './view.ts';

/**
 * Opens the desk at an address: a page of its orders, what its tabs hold, and what moving orders takes. `phone` says that
 * the browser is a phone's. Throws NotFound for everybody but the porting team.
 */
export async function openQueue(
  viewer: Viewer,
  params: URLSearchParams,
  { now, phone }: { now: Date; phone: boolean },
): Promise<QueueView> {
  demand(viewer, 'desk.read');
  const { request, problems } = parseQueueUrl(params);
  const holidays = await listHolidays(viewer);
  const day = { today: pacificDate(now), holidays };
  const [page, partners, reasons, preferences] = await Promise.all([
    listOrders(viewer, request, day),
    listPartners(viewer),
    listRejectReasons(viewer),
    readPreferences(viewer),
  ]);
  const known = partners.some(({ slug }) => slug === request.filter.partner);
  return {
    request,
    problems:
      known || request.filter.partner === null ? problems : [unknown(request.filter.partner), ...problems],
    items: page.rows.map((row) => itemOf(row, day)),
    counts: page.counts,
    more: page.more,
    before: page.before,
    previous: page.previous,
    next: page.next,
    partners: partners.map(({ slug, name }) => ({ slug, name })),
    reasons: reasons.map(({ id, reason, nextStep, turn }) => ({ id, reason, nextStep, turn })),
    role: viewer.role,
    updated: formatMoment(now).replace(/^.*, /, ''),
    ...day,
    preferences,
    phone,
  };
}

function itemOf(
  { statusSince, updatedAt, repliedAt, ...row }: QueueRow,
  { today, holidays }: Pick<QueueView, 'today' | 'holidays'>,
): QueueItem {
  const since = pacificDate(statusSince);
  const late = row.nextOn !== null && row.nextOn < today;
  return {
    ...row,
    since: formatCalendarDate(since),
    age: businessDaysSince(since, today, holidays),
    changedAt: row.changedBy === null ? null : shortMoment(updatedAt),
    repliedAt: repliedAt && shortMoment(repliedAt),
    late: late ? businessDaysSince(row.nextOn ?? today, today, holidays) : null,
  };
}

/** `23 Nov 2026, 9:42 AM`, without weekday and zone: the column's head says whose time it is. */
function shortMoment(instant: Date): string {
  return formatMoment(instant).replace(/^\w+ /, '').replace(/ PT$/, '');
}

function unknown(value: string): UrlProblem {
  return { name: 'partner', value, because: 'is not a partner, so no order matches' };
}
