import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { QueueRequest } from '#domain/order-queue.ts';
import { NO_FILTER, parseQueueUrl, queueUrl } from '#features/desk/queue/url.ts';

const EVERYTHING: QueueRequest = {
  filter: {
    tab: 'all',
    partner: 'harborlight',
    accountId: '7004118',
    statuses: ['in-progress', 'confirmed'],
    detailed: ['reviewed'],
    type: 'toll-free',
    dates: { field: 'nextOn', from: '2026-11-01' as CalendarDate, to: '2026-11-30' as CalendarDate },
    age: 12,
    text: '(415) 555-0140 & more',
  },
  sort: { column: 'company', descending: true },
  position: { after: { key: 'lakeshore \u0001 & co', orderId: 4012391 } },
};

function read(query: string) {
  return parseQueueUrl(new URLSearchParams(query));
}

test('the address of the desk says all that is asked for, and nothing when nothing is', () => {
  const { request, problems } = read('');
  expect(problems).toEqual([]);
  expect(request).toEqual({
    filter: NO_FILTER,
    sort: { column: 'since', descending: false },
    position: null,
  });
  expect(queueUrl(request)).toBe('/desk');
});

test('what is asked for comes back whole out of its address', () => {
  for (const position of [
    EVERYTHING.position,
    { before: { key: null, orderId: 7 } },
    'last' as const,
    null,
  ]) {
    const request = { ...EVERYTHING, position };
    expect(read(queueUrl(request).split('?')[1] ?? '')).toEqual({ request, problems: [] });
  }
});

describe('what cannot be read is named and never taken for all', () => {
  test.each([
    ['tab=mine', 'tab'],
    ['status=lost', 'status'],
    ['detail=lost', 'detail'],
    ['type=mobile', 'type'],
    ['date=someday&from=2026-11-01', 'date'],
    ['from=yesterday', 'from'],
    ['from=2026-11-01', 'date'],
    ['date=focOn&from=2026-11-02&to=2026-11-01', 'from'],
    ['age=0', 'age'],
    ['age=1000', 'age'],
    ['sort=colour', 'sort'],
    ['partner=a&partner=b', 'partner'],
    ['after=first', 'after'],
    ['after=7', 'after'],
    ['after=7&key=noon', 'after'],
    ['sort=nextOn&after=7&key=2026-02-30', 'after'],
    ['sort=numbers&after=7&key=99999999999', 'after'],
    ['sort=detailedStatus&before=7&key=lost', 'before'],
    ['sort=company&after=7&key=%00', 'after'],
    ['colour=red', 'colour'],
    ['find=%00', 'find'],
  ])('%s', (query, name) => {
    expect(read(query).problems.map((problem) => problem.name)).toContain(name);
  });
});

test('a place is one of the sort: blank only where the column can be', () => {
  expect(read('sort=nextOn&after=7').request.position).toEqual({ after: { key: null, orderId: 7 } });
  expect(read('sort=order&after=7').request.position).toBeNull();
  expect(read('after=7&key=2026-11-03T16:00:00.000Z').request.position).toEqual({
    after: { key: '2026-11-03T16:00:00.000Z', orderId: 7 },
  });
});
