import { beforeAll, describe, expect, test } from 'vitest';
import { listHolidays } from '#data/holidays/list-holidays.ts';
import { resolveFilter } from '#data/orders/queue/conditions.ts';
import { cutPage } from '#data/orders/queue/cut-page.ts';
import { listOrders } from '#data/orders/queue/list-orders.ts';
import { settle } from '#data/orders/queue/plans.ts';
import { readIn } from '#data/tenant.ts';
import { businessDaysSince, type Holidays } from '#domain/business-days.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { fold } from '#domain/find.ts';
import { NotFound } from '#domain/not-found.ts';
import {
  QUEUE_COLUMNS,
  QUEUE_ORDER,
  QUEUE_PAGE_SIZE,
  QUEUE_TABS,
  type QueueColumn,
  type QueueFilter,
  type QueuePage,
  type QueueRow,
  type QueueSort,
  type QueueTab,
} from '#domain/order-queue.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { DETAILED_STATUSES, isOpen, statusOf } from '#domain/status.ts';
import { makeAccount, makeOrder, makePartner, makeRequest, type Partner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { word } from '../support/unique.ts';
import { endUserViewer, partnerViewer, staffViewer } from '../support/viewers.ts';

const TODAY = '2026-11-24' as CalendarDate;
const viewer = staffViewer();
let holidays: Holidays;
let partner: Partner;
let all: QueueRow[];

beforeAll(async () => {
  holidays = await listHolidays(viewer);
  partner = await makeQueueWorld();
  all = await readAll();
});

describe('each tab holds its orders and its count', () => {
  test.each(QUEUE_TABS)('%s', async (tab) => {
    const rows = await readAll({ tab });
    expect(ids(rows).toSorted()).toEqual(ids(all.filter((row) => isInTab(row, tab))).toSorted());
    expect(rows.length).toBeGreaterThan(0);
    expect((await read({ tab: 'needs-us' })).counts[tab]).toBe(rows.length);
  });
});

describe('each filter keeps what it says, in every tab', () => {
  const filters: Record<string, [Partial<QueueFilter>, (row: QueueRow) => boolean]> = {
    status: [
      { statuses: ['in-progress', 'completed'] },
      (row) => ['in-progress', 'completed'].includes(statusOf(row.detailedStatus)),
    ],
    'detailed status': [
      { detailed: ['rejected', 'cancelled'] },
      (row) => ['rejected', 'cancelled'].includes(row.detailedStatus),
    ],
    'toll-free': [{ type: 'toll-free' }, (row) => row.type === 'toll-free'],
    local: [{ type: 'local' }, (row) => row.type === 'local'],
    'next date': [
      { dates: { field: 'nextOn', from: '2026-11-20' as CalendarDate, to: TODAY } },
      ({ nextOn }) => nextOn !== null && nextOn >= '2026-11-20' && nextOn <= TODAY,
    ],
    'FOC date': [
      { dates: { field: 'focOn', from: null, to: '2026-11-25' as CalendarDate } },
      ({ focOn }) => focOn !== null && focOn <= '2026-11-25',
    ],
    age: [{ age: 5 }, ({ statusSince }) => businessDaysSince(pacificDate(statusSince), TODAY, holidays) >= 5],
    'everything at once': [
      { statuses: ['in-progress'], type: 'local', age: 2 },
      (row) =>
        statusOf(row.detailedStatus) === 'in-progress' &&
        row.type === 'local' &&
        businessDaysSince(pacificDate(row.statusSince), TODAY, holidays) >= 2,
    ],
  };
  test.each(Object.entries(filters))('%s', async (_name, [filter, keeps]) => {
    const { counts } = await read(filter);
    for (const tab of QUEUE_TABS) {
      const rows = await readAll({ ...filter, tab });
      const kept = all.filter((row) => keeps(row) && isInTab(row, tab));
      expect(ids(rows).toSorted(), tab).toEqual(ids(kept).toSorted());
      expect(counts[tab], tab).toBe(kept.length);
    }
    expect(counts.all).toBeGreaterThan(0);
    expect(counts.all).toBeLessThan(all.length);
  });

  test('account', async () => {
    const accountId = all[0]?.accountId ?? '';
    const rows = await readAll({ accountId });
    expect(ids(rows).toSorted()).toEqual(ids(all.filter((row) => row.accountId === accountId)).toSorted());
  });

  test('a partner that does not exist has no orders', async () => {
    expect((await read({ partner: 'no-such-partner' })).counts.all).toBe(0);
  });
});

describe('each sort is a total order that pages follow, forwards and backwards', () => {
  const sorts = QUEUE_COLUMNS.flatMap((column) =>
    [false, true].map((descending) => ({ column, descending })),
  );
  test.each(sorts)('$column, descending: $descending', async (sort) => {
    for (const tab of ['needs-us', 'all'] as const) {
      const rows = await readAll({ tab }, sort);
      const wanted = all.filter((row) => isInTab(row, tab)).toSorted(comparing(sort));
      expect(ids(rows), tab).toEqual(ids(wanted));
      expect(ids(await readAllBackwards({ tab }, sort)), tab).toEqual(ids(wanted));
    }
  });
});

describe('among more orders than are counted a page is walked to, and is the same', () => {
  const estimated = {
    dates: { field: 'estimatedOn', from: null, to: '2026-11-20' as CalendarDate },
  } as const;
  const closed = ['completed', 'cancelled'] as const;
  const filters: [string, Partial<QueueFilter>, boolean][] = [
    ['of all', {}, false],
    ['of some days', estimated, false],
    ['of some days that leave closed ones alone', { ...estimated, statuses: closed }, true],
    ['of an age', { age: 5 }, false],
    ['of an age that leaves closed ones alone', { age: 5, statuses: closed }, true],
  ];
  test.each(filters)('%s', async (_name, filter, noneOpen) => {
    const day = { today: TODAY, holidays };
    const pages = (total: number | null) =>
      readIn({ role: 'portal_staff' }, async (query) => {
        await settle(query);
        const resolved = { ...(await resolveFilter(query, filterOf(filter), day)), noneOpen };
        const cuts = [];
        for (const column of QUEUE_COLUMNS) {
          for (const descending of [false, true]) {
            const request = { filter: resolved.filter, sort: { column, descending }, position: null };
            const { placed, later } = await cutPage(query, resolved, request, total);
            cuts.push({ column, descending, orders: placed.map(({ orderId }) => orderId), later });
          }
        }
        return cuts;
      });
    const gathered = await pages(all.length);
    expect(await pages(null)).toEqual(gathered);
    expect(gathered[0]?.orders.length).toBeGreaterThan(0);
  });
});

describe('a place holds while others work', () => {
  test('orders that leave the list do not make a page skip any', async () => {
    const own = await makePartner();
    const account = await makeAccount({ partner: own });
    for (let i = 0; i < QUEUE_PAGE_SIZE + 20; i++) await makeOrder({ account, numbers: 1 });
    const first = await read({ partner: own.slug, tab: 'needs-us' });
    const rest = await read({ partner: own.slug, tab: 'needs-us' }, QUEUE_ORDER, {
      after: placed(first.next),
    });
    await asOwner(
      `UPDATE port_order SET detailed_status = 'completed' WHERE partner_id = $1 AND id = ANY ($2)`,
      [own.id, ids(first.rows).slice(0, 30)],
    );
    const after = await read({ partner: own.slug, tab: 'needs-us' }, QUEUE_ORDER, {
      after: placed(first.next),
    });
    expect(ids(after.rows)).toEqual(ids(rest.rows));
    expect([rest.before, after.before]).toEqual([50, 20]);
    expect(after.counts).toMatchObject({ 'needs-us': 40, all: 70 });
  });

  test('counts of closed orders follow what changes', async () => {
    const own = await makePartner();
    const order = await makeOrder({
      partner: own,
      numbers: 1,
      detailedStatus: 'completed',
      createdOn: '2026-03-02',
    });
    const created = { field: 'createdOn', from: '2026-03-01' as CalendarDate, to: null } as const;
    const counts = async () => [
      (await read({ partner: own.slug })).counts.all,
      (await read({ partner: own.slug, dates: created })).counts.all,
    ];
    expect(await counts()).toEqual([1, 1]);
    await makeOrder({
      request: order.request,
      numbers: 1,
      detailedStatus: 'completed',
      createdOn: '2026-02-02',
    });
    expect(await counts()).toEqual([2, 1]);
    await asOwner('DELETE FROM port_number WHERE partner_id = $1 AND order_id = $2', [own.id, order.id]);
    expect(await counts()).toEqual([1, 0]);
  });

  test('beyond the end is the last page, before the beginning the first', async () => {
    const last = all.toSorted(comparing({ column: 'order', descending: false })).at(-1);
    const sort = { column: 'order', descending: false } as const;
    const end = await read({}, sort, { after: { key: String(last?.orderId), orderId: last?.orderId ?? 0 } });
    expect(end.rows.at(-1)?.orderId).toBe(last?.orderId);
    expect([end.next, end.rows.length]).toEqual([null, QUEUE_PAGE_SIZE]);
    const start = await read({}, sort, { before: { key: '1', orderId: 1 } });
    expect(ids(start.rows)).toEqual(ids((await read({}, sort)).rows));
  });
});

describe('a text is found where it lives', () => {
  test('in phone numbers, cases, requests, orders and companies', async () => {
    const own = await makePartner();
    const [mark, digits] = [word(), String(Date.now())];
    const account = await makeAccount({ partner: own, company: `Läkeshore & ${mark.toUpperCase()} Dental` });
    const request = await makeRequest({ account, id: digits, caseNumber: `FP-${mark}-7` });
    const order = await makeOrder({ request, numbers: 1 });
    const other = await makeOrder({ account, numbers: 1, detailedStatus: 'completed' });
    const phone = order.phones[0]?.slice(2) ?? '';
    const find = async (text: string) => ids((await read({ partner: own.slug, text })).rows).toSorted();
    const shown = `(${phone.slice(0, 3)}) ${phone.slice(3, 6)}-${phone.slice(6)}`;
    for (const text of [shown, phone, `+1${phone}`, phone.slice(0, 9)]) {
      expect(await find(text), text).toContain(order.id);
    }
    for (const text of [
      `fp-${mark}-7`,
      `FP-${mark.toUpperCase()}`,
      digits,
      digits.slice(0, -3),
      `Request ${digits}`,
    ]) {
      expect(await find(text), text).toEqual([order.id]);
    }
    expect(await find(String(other.id))).toContain(other.id);
    for (const text of [mark, `läkeshore & ${mark}`, `${mark} DENTAL`, `LÄKESHORE`, account.id]) {
      expect(await find(text), text).toEqual([order.id, other.id].toSorted());
    }
    expect((await read({ partner: own.slug, text: mark })).counts).toMatchObject({ 'needs-us': 1, all: 2 });
    for (const text of [`${mark}x`, `fp-${mark}-77`, '%', '_', `${digits}9`])
      expect(await find(text), text).toEqual([]);
  });

  test('in both an account and one of its orders, which counts once', async () => {
    const own = await makePartner();
    const mark = word();
    const account = await makeAccount({ partner: own, company: mark });
    const request = await makeRequest({ account, caseNumber: mark });
    for (const detailedStatus of ['submitted', 'completed'] as const)
      await makeOrder({ request, numbers: 1, detailedStatus });
    const page = await read({ partner: own.slug, text: mark });
    expect(page.rows).toHaveLength(2);
    expect(page.counts).toMatchObject({ 'needs-us': 1, all: 2 });
  });
});

test('orders without numbers are in no list', async () => {
  const own = await makePartner();
  const order = await makeOrder({ partner: own });
  await makeOrder({ request: order.request, numbers: 1 });
  for (const filter of [{}, { text: order.request.id }, { accountId: order.request.account.id }]) {
    const page = await read({ partner: own.slug, ...filter });
    expect([page.rows.length, page.counts.all]).toEqual([1, 1]);
  }
});

test('partners and end users are told that nothing is there', async () => {
  const account = await makeAccount({ partner });
  const request = { filter: filterOf({}), sort: QUEUE_ORDER, position: null };
  for (const stranger of [partnerViewer(partner), endUserViewer(account)]) {
    await expect(listOrders(stranger, request, { today: TODAY, holidays })).rejects.toThrow(NotFound);
  }
});

/** One partner with 180 orders: every status, both types, dates around today, and names, cases and dates that are blank. */
async function makeQueueWorld(): Promise<Partner> {
  const own = await makePartner();
  const companies = ['Harbor Dental', 'harbor dental', 'Äpfel & Co', '', null, 'Zeta'];
  const accounts = [];
  for (const company of companies) accounts.push(await makeAccount({ partner: own, company }));
  const cases = ['999', '1000', 'ab-7', 'AB-8', null];
  for (let i = 0; i < 180; i++) {
    const type = i % 5 === 0 ? 'toll-free' : 'local';
    const possible = DETAILED_STATUSES.filter((each) => {
      if (each === 'accepted') return type === 'toll-free';
      return type === 'local' || !['firm-order-confirmation', 'confirmed'].includes(each);
    });
    const detailedStatus = possible[i % possible.length] ?? 'submitted';
    const confirmed = detailedStatus === 'firm-order-confirmation' || detailedStatus === 'confirmed';
    const request = await makeRequest({
      account: accounts[i % accounts.length],
      caseNumber: cases[i % cases.length],
    });
    const order = await makeOrder({
      request,
      type,
      detailedStatus,
      numbers: 1 + (i % 3),
      focOn: confirmed ? `2026-11-${20 + (i % 9)}` : null,
      estimatedOn: i % 4 === 0 ? null : `2026-${10 + (i % 3)}-15`,
    });
    const since = new Date(Date.parse('2026-11-24T20:00:00Z') - (i % 30) * 86_400_000);
    await asOwner(
      `UPDATE port_order SET status_since = $3, updated_at = $4, replied_at = CASE WHEN $5 THEN $4::timestamptz END
       WHERE partner_id = $1 AND id = $2`,
      [own.id, order.id, since, new Date(since.getTime() + (i % 7) * 3_600_000), i % 6 === 1],
    );
  }
  return own;
}

function filterOf(filter: Partial<QueueFilter>): QueueFilter {
  const none = {
    tab: 'all',
    partner: partner?.slug ?? null,
    accountId: null,
    statuses: [],
    detailed: [],
  } as const;
  return { ...none, type: null, dates: null, age: null, text: null, ...filter };
}

function read(
  filter: Partial<QueueFilter> = {},
  sort: QueueSort = QUEUE_ORDER,
  position: Parameters<typeof listOrders>[1]['position'] = null,
): Promise<QueuePage> {
  return listOrders(viewer, { filter: filterOf(filter), sort, position }, { today: TODAY, holidays });
}

/** All pages from the first, with how many stand before each. */
async function readAll(
  filter: Partial<QueueFilter> = {},
  sort: QueueSort = QUEUE_ORDER,
): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  for (let page = await read(filter, sort); ; page = await read(filter, sort, { after: placed(page.next) })) {
    expect(page.before).toBe(rows.length);
    expect(page.previous === null).toBe(rows.length === 0);
    rows.push(...page.rows);
    if (page.next === null) return rows;
  }
}

/** All pages from the last; the first is a whole one again. */
async function readAllBackwards(filter: Partial<QueueFilter>, sort: QueueSort): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  for (
    let page = await read(filter, sort, 'last');
    ;
    page = await read(filter, sort, { before: placed(page.previous) })
  ) {
    rows.unshift(...page.rows.filter(({ orderId }) => rows.every((row) => row.orderId !== orderId)));
    if (page.previous === null) return rows;
  }
}

function placed(cursor: QueuePage['next']) {
  if (!cursor) throw new Error('There is no further page.');
  return cursor;
}

function ids(rows: readonly QueueRow[]): number[] {
  return rows.map(({ orderId }) => orderId);
}

function isInTab({ detailedStatus, focOn, nextOn, repliedAt }: QueueRow, tab: QueueTab): boolean {
  const status = statusOf(detailedStatus);
  return {
    'needs-us': status === 'in-progress' || status === 'confirmed',
    'partner-replied': repliedAt !== null,
    'waiting-for-partner': status === 'waiting-for-you',
    'foc-today': isOpen(detailedStatus) && focOn === TODAY,
    overdue: nextOn !== null && nextOn < TODAY,
    'toll-free-accepted': detailedStatus === 'accepted',
    all: true,
  }[tab];
}

const KEYS: Record<QueueColumn, (row: QueueRow) => string | number | null> = {
  order: (row) => row.orderId,
  request: (row) => Number(row.requestId),
  caseNumber: ({ caseNumber }) =>
    caseNumber && `${String.fromCharCode(32 + caseNumber.length)}${caseNumber.toLowerCase()}`,
  partner: (row) => fold(row.partner),
  company: ({ company, partnerId, accountId }) =>
    company ? `${fold(company)}\u0001${partnerId}/${accountId}` : null,
  numbers: (row) => row.numbers,
  detailedStatus: (row) => DETAILED_STATUSES.indexOf(row.detailedStatus),
  since: (row) => row.statusSince.getTime(),
  nextOn: (row) => row.nextOn,
  changed: (row) => row.updatedAt.getTime(),
  replied: (row) => row.repliedAt?.getTime() ?? null,
};

/** By the column, blanks last, then by the order's id. */
function comparing({ column, descending }: QueueSort): (a: QueueRow, b: QueueRow) => number {
  const key = KEYS[column];
  const turn = descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) {
      if (x === y) return turn * (a.orderId - b.orderId);
      return x === null ? 1 : -1;
    }
    return turn * (x < y ? -1 : x > y ? 1 : a.orderId - b.orderId);
  };
}
