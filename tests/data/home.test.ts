import { expect, test } from 'vitest';
import { readHome } from '#data/home/read-home.ts';
import { readReport } from '#data/report/read-report.ts';
import { addDays, type CalendarDate } from '#domain/calendar-date.ts';
import { formatPortingDay, weekOf } from '#domain/porting-day.ts';
import { FIRST_PAGE } from '#domain/report-request.ts';
import { statusOf } from '#domain/status.ts';
import { later, NOW, TODAY } from '../support/desk.ts';
import { makeAccount, makeOrder, makePartner, makeRequest, type Order } from '../support/factories.ts';
import { asOwner, insert } from '../support/owner.ts';
import { makeUser } from '../support/users.ts';
import { partnerViewer, viewerOf } from '../support/viewers.ts';
import { allRows, makeReportWorld } from './report-world.ts';

test('what waits, what ports and what is ready are what the report has, to the number', async () => {
  const partner = await makeReportWorld();
  const rows = await allRows(partner);
  const viewer = partnerViewer(partner);
  const dates = rows.flatMap(({ focOn, status }) =>
    focOn && ['scheduled', 'confirmed', 'completed'].includes(status) ? [focOn as CalendarDate] : [],
  );
  // The weeks in which most happens, and one in which nothing does.
  const busiest = [...Map.groupBy(dates, (day) => weekOf(day)[0])].toSorted(
    (a, b) => b[1].length - a[1].length,
  );
  const days = [...busiest.slice(0, 4).map(([, [day = TODAY]]) => day), '2029-01-01' as CalendarDate];
  for (const today of days) {
    const home = await readHome(viewer, null, noonOf(today));
    expect(home).toMatchObject({ today, numbers: rows.length });
    const waiting = rows.filter(({ status }) => status === 'waiting-for-you');
    expect(home.waiting.numbers).toBe(waiting.length);
    expect(home.waiting.count).toBe(new Set(waiting.map(({ orderId }) => orderId)).size);
    for (const day of weekOf(today)) {
      const own = rows.filter(
        ({ focOn, status }) => focOn === day && ['scheduled', 'confirmed', 'completed'].includes(status),
      );
      const told = home.week.find((each) => each.day === day);
      expect(told?.numbers ?? 0, day).toBe(own.length);
      expect(told?.ported ?? 0, day).toBe(own.filter(({ status }) => status === 'completed').length);
      expect(told?.times.reduce((sum, { numbers }) => sum + numbers, 0) ?? 0).toBe(own.length);
      const byAccount = [...Map.groupBy(own, ({ accountId }) => accountId)].map(([id, { length }]) => [
        id,
        length,
      ]);
      expect(new Map(told?.accounts.map(({ id, numbers }) => [id, numbers]))).toEqual(
        new Map(byAccount as []),
      );
    }
    expect(home.week.every(({ day }) => weekOf(today).includes(day))).toBe(true);
    const report = await readReport(viewer, partner, { ...FIRST_PAGE, ready: true }, NOW);
    expect(home.ready).toMatchObject({ all: report.total, numbers: report.total });
  }
});

test('what has waited longest comes first, with its age in business days, its reason and what to do', async () => {
  const partner = await makePartner();
  const account = await makeAccount({ partner, company: 'Lakeshore Dental' });
  const reason = 'Service address does not match';
  const late = await makeOrder({ account, numbers: 3, detailedStatus: 'rejected', rejectReason: reason });
  const asked = await makeOrder({ account, numbers: 1, detailedStatus: 'additional-info-required' });
  const fresh = await makeOrder({ account, numbers: 2, detailedStatus: 'waiting-for-loa' });
  await makeOrder({ account, numbers: 5, detailedStatus: 'submitted' });
  await makeOrder({ account, detailedStatus: 'waiting-for-loa' });
  // Wed 11 Nov is Veterans Day and 14 and 15 Nov a weekend: from the 10th to the 24th there are nine business days.
  await waitingSince(late, '2026-11-10T19:00:00Z');
  await waitingSince(asked, '2026-11-20T19:00:00Z');
  // Late on the 23rd in Pacific time, the 24th in UTC.
  await waitingSince(fresh, '2026-11-24T06:00:00Z');
  await tell(asked, { kind: 'changed', note: 'Which number is the billing number?' });
  await tell(asked, { kind: 'note', note: 'Called the carrier.', visible: false });
  const { waiting } = await readHome(partnerViewer(partner), null, NOW);
  expect(waiting).toMatchObject({ numbers: 6, count: 3 });
  expect(waiting.orders.map(({ orderId, age }) => [orderId, age])).toEqual([
    [late.id, 9],
    [asked.id, 2],
    [fresh.id, 1],
  ]);
  expect(waiting.orders[0]).toMatchObject({
    ...{ rejectReason: reason, company: 'Lakeshore Dental', numbers: 3 },
    step: { asks: true, todo: expect.stringContaining('service address') },
  });
  expect(waiting.orders[1]?.note).toBe('Which number is the billing number?');
});

test.each([
  [
    'a Sunday on which Pacific time goes forward',
    '2026-03-08',
    '2026-03-08T07:59:00Z',
    '2026-03-08T08:01:00Z',
  ],
  ['the Monday after it', '2026-03-09', '2026-03-09T06:59:00Z', '2026-03-09T07:01:00Z'],
  ['a Sunday on which it goes back', '2026-11-01', '2026-11-01T06:59:00Z', '2026-11-01T07:01:00Z'],
  ['the Monday after it', '2026-11-02', '2026-11-02T07:59:00Z', '2026-11-02T08:01:00Z'],
])('%s begins at midnight Pacific, and its week with it', async (_, day, before, after) => {
  const partner = await makePartner();
  const focOn = day as CalendarDate;
  await makeOrder({ partner, numbers: 1, detailedStatus: 'firm-order-confirmation', focOn });
  const eve = await readHome(partnerViewer(partner), null, new Date(before));
  const own = await readHome(partnerViewer(partner), null, new Date(after));
  expect([eve.today, own.today]).toEqual([addDays(focOn, -1), focOn]);
  expect(own.week, formatPortingDay(focOn)).toMatchObject([
    { day, numbers: 1, times: [{ time: '10:00', numbers: 1 }] },
  ]);
  // On the Sunday the week is still the one of the day before; on the Monday it is another.
  const sameWeek = weekOf(eve.today)[0] === weekOf(focOn)[0];
  expect(eve.week.length).toBe(sameWeek ? 1 : 0);
});

test('numbers that are assigned are ready no more, though the report still has them', async () => {
  const user = await makeUser();
  const account = await makeAccount({ partner: user.partner ?? undefined });
  const order = await makeOrder({ account, numbers: 3, detailedStatus: 'firm-order-confirmation' });
  const [phone = ''] = order.phones;
  await insert('number_assignment', {
    ...{ partner_id: account.partner.id, request_id: order.request.id, phone },
    ...{ actor_id: user.id, actor: user.name, batch_id: crypto.randomUUID(), foc_on: '2026-03-18' },
  });
  const { ready } = await readHome(viewerOf(user), null, NOW);
  expect(ready).toEqual({
    ...{ numbers: 2, all: 3 },
    accounts: [{ id: account.id, company: account.company, numbers: 2 }],
  });
});

test('changes since the last visit are told by order: from what it was then to what it is now', async () => {
  const user = await makeUser();
  const account = await makeAccount({ partner: user.partner ?? undefined });
  const moved = await makeOrder({ account, numbers: 2, detailedStatus: 'firm-order-confirmation' });
  const noted = await makeOrder({ account, numbers: 1 });
  const before = await makeOrder({ account, numbers: 1 });
  const own = await makeOrder({ account, numbers: 1 });
  const hidden = await makeOrder({ account, numbers: 1 });
  const empty = await makeOrder({ account });
  const status = (from: string, to: string) => [{ field: 'detailedStatus', from, to }];
  await tell(before, { at: NOW, changes: status('reviewed', 'submitted') });
  await tell(moved, { at: later(1), changes: status('submitted', 'pending-carrier-response') });
  await tell(moved, {
    at: later(3),
    changes: [
      ...status('pending-carrier-response', 'firm-order-confirmation'),
      { field: 'focOn', from: null, to: '2026-12-02' },
    ],
  });
  await tell(noted, { at: later(2), kind: 'note', note: 'The carrier is slow this week.' });
  await tell(own, { at: later(4), kind: 'message', note: 'Mine', actorId: user.id });
  await tell(own, { at: later(4), kind: 'assigned' });
  await tell(hidden, { at: later(5), kind: 'note', note: 'Between us', visible: false });
  await tell(empty, { at: later(6), kind: 'created' });
  const { changed } = await readHome(viewerOf(user), NOW, later(60));
  expect(changed).toMatchObject({ since: NOW, firstVisit: false, others: 0, more: false });
  expect(changed.orders.map(({ orderId, events }) => [orderId, events])).toEqual([
    [moved.id, 2],
    [noted.id, 1],
  ]);
  expect(changed.orders[0]?.changes).toEqual([
    { field: 'detailedStatus', from: 'submitted', to: 'firm-order-confirmation' },
    { field: 'focOn', from: null, to: '2026-12-02' },
  ]);
  expect(changed.orders[1]).toMatchObject({ note: { text: 'The carrier is slow this week.', by: 'Priya' } });
  expect(await readHome(viewerOf(user), later(60), later(60))).toMatchObject({
    changed: { orders: [], others: 0 },
  });
});

test('whoever was never here is told of the last seven days', async () => {
  const user = await makeUser();
  const order = await makeOrder({ partner: user.partner ?? undefined, numbers: 1 });
  await tell(order, { at: new Date('2026-11-18T17:00:00Z'), kind: 'note', note: 'This week' });
  const old = await makeOrder({ partner: user.partner ?? undefined, numbers: 1 });
  await tell(old, { at: new Date('2026-11-17T16:00:00Z'), kind: 'note', note: 'Before' });
  const { changed } = await readHome(viewerOf(user), null, NOW);
  expect(changed).toMatchObject({ firstVisit: true, orders: [{ orderId: order.id }] });
  expect(changed.orders).toHaveLength(1);
});

test('an import of thousands is counted, and only so much of it is looked through', async () => {
  const partner = await makePartner();
  const request = await makeRequest({ partner });
  const { id: accountId } = request.account;
  await asOwner(
    `INSERT INTO port_order (partner_id, request_id, account_id, toll_free, detailed_status, number_count)
     SELECT $1, $2, $3, false, 'submitted', 1 FROM generate_series(1, 6000)`,
    [partner.id, request.id, accountId],
  );
  const events = (first: number) =>
    asOwner(
      `INSERT INTO order_event (partner_id, order_id, at, actor, kind, visible_to_partner)
       SELECT partner_id, id, $2, 'system: import', 'created', true
       FROM port_order WHERE partner_id = $1 ORDER BY id LIMIT $3`,
      [partner.id, later(first), first],
    );
  await events(1_240);
  const few = await readHome(partnerViewer(partner), NOW, later(9_000));
  expect(few.changed.orders.length + few.changed.others).toBe(1_240);
  expect(few.changed.more).toBe(false);
  await events(6_000);
  const many = await readHome(partnerViewer(partner), NOW, later(9_000));
  expect(many.changed.more).toBe(true);
  expect(many.changed.others).toBeLessThanOrEqual(2_000);
  expect(many.changed.orders.every(({ isNew }) => isNew)).toBe(true);
});

test('a partner without numbers has a home in which nothing is', async () => {
  const partner = await makePartner({ name: 'Newcomer Voice' });
  const home = await readHome(partnerViewer(partner), null, NOW);
  expect(home).toMatchObject({
    ...{ partner: 'Newcomer Voice', numbers: 0, week: [] },
    waiting: { numbers: 0, count: 0, orders: [] },
    ready: { numbers: 0, all: 0, accounts: [] },
    changed: { orders: [], others: 0, more: false },
  });
});

test('the statuses that wait, and those with a date, are the ones whose numbers the queries name', async () => {
  const facets = await asOwner<{ detailed: Parameters<typeof statusOf>[0]; facet: number }>(
    `SELECT d AS detailed, order_facet(false, d, date '2026-03-18', NULL) AS facet FROM unnest(enum_range(NULL::detailed_status)) d`,
  );
  for (const { detailed, facet } of facets) {
    expect(facet < 6, detailed).toBe(statusOf(detailed) === 'waiting-for-you');
    const dated = ['scheduled', 'confirmed', 'completed'].includes(statusOf(detailed));
    expect(facet >= 20 && facet <= 25, detailed).toBe(dated);
  }
});

function noonOf(day: CalendarDate): Date {
  return new Date(`${day}T20:00:00Z`);
}

async function waitingSince({ id }: Order, at: string): Promise<void> {
  await asOwner('UPDATE port_order SET status_since = $2 WHERE id = $1', [id, at]);
}

type Told = {
  at?: Date;
  kind?: string;
  changes?: unknown[];
  note?: string;
  visible?: boolean;
  actorId?: string;
};

async function tell(
  order: Order,
  { at = NOW, kind = 'changed', visible = true, ...told }: Told,
): Promise<void> {
  await insert('order_event', {
    ...{ partner_id: order.request.account.partner.id, order_id: order.id, at, kind },
    ...{ actor: 'Priya', actor_id: told.actorId ?? null, note: told.note ?? null },
    changes: JSON.stringify(told.changes ?? []),
    visible_to_partner: visible,
  });
}
