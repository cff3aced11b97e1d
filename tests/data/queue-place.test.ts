import { expect, test } from 'vitest';
import { findPlace } from '#data/orders/queue/find-place.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { QUEUE_COLUMNS, type QueueFilter } from '#domain/order-queue.ts';
import { NO_FILTER } from '#features/desk/queue/url.ts';
import { makeOrder, makePartner } from '../support/factories.ts';
import { staffViewer } from '../support/viewers.ts';

const DAY = { today: '2026-11-24' as CalendarDate, holidays: new Map() };

async function makeQueue() {
  const partner = await makePartner();
  const orders = [];
  for (const estimatedOn of ['2026-11-01', '2026-11-02', null]) {
    orders.push((await makeOrder({ partner, numbers: 1, estimatedOn })).id);
  }
  const viewer = staffViewer();
  const filter: QueueFilter = { ...NO_FILTER, partner: partner.slug };
  return { partner, orders, viewer, filter };
}

test('an order knows which it is of how many, and which are beside it, in any sort', async () => {
  const { orders, viewer, filter } = await makeQueue();
  const [first, second, third] = orders;
  for (const column of QUEUE_COLUMNS) {
    const sort = { column, descending: false };
    const places = [];
    for (const id of orders) places.push(await findPlace(viewer, id, { filter, sort }, DAY));
    expect(places.map(({ at }) => at?.place).sort(), column).toEqual([1, 2, 3]);
    expect(
      places.filter(({ previous }) => previous === null),
      column,
    ).toHaveLength(1);
    expect(
      places.filter(({ next }) => next === null),
      column,
    ).toHaveLength(1);
  }
  const sort = { column: 'nextOn', descending: true } as const;
  // What has no date comes last either way.
  expect(await findPlace(viewer, second ?? 0, { filter, sort }, DAY)).toEqual({
    at: { place: 1, total: 3 },
    previous: null,
    next: first,
  });
  expect(await findPlace(viewer, third ?? 0, { filter, sort }, DAY)).toEqual({
    at: { place: 3, total: 3 },
    previous: first,
    next: null,
  });
});

test('an order that the filter leaves out has no place', async () => {
  const { partner, viewer, filter } = await makeQueue();
  const closed = await makeOrder({ partner, numbers: 1, detailedStatus: 'completed' });
  const nowhere = { at: null, previous: null, next: null };
  const sort = { column: 'order', descending: false } as const;
  expect(await findPlace(viewer, closed.id, { filter, sort }, DAY)).toEqual(nowhere);
  expect(await findPlace(viewer, 999_999_999, { filter, sort }, DAY)).toEqual(nowhere);
});
