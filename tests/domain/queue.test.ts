import { describe, expect, test } from 'vitest';
import { businessDaysSince, type Holidays } from '#domain/business-days.ts';
import { addDays, type CalendarDate } from '#domain/calendar-date.ts';
import { lastDayOfAge, queueStatuses } from '#domain/order-queue.ts';
import { idRanges, queueNeedle } from '#domain/queue-needle.ts';

const date = (text: string) => text as CalendarDate;
const HOLIDAYS: Holidays = new Map([
  [date('2026-11-26'), 'Thanksgiving Day'],
  [date('2026-11-11'), 'Veterans Day'],
]);

test('the last day of an age is the latest one that is so many business days ago', () => {
  for (const today of ['2026-11-24', '2026-11-27', '2026-11-29', '2026-11-30', '2026-01-02'].map(date)) {
    for (let age = 1; age < 60; age++) {
      const last = lastDayOfAge(age, today, HOLIDAYS);
      expect(businessDaysSince(last, today, HOLIDAYS)).toBeGreaterThanOrEqual(age);
      expect(businessDaysSince(addDays(last, 1), today, HOLIDAYS)).toBeLessThan(age);
    }
  }
});

test('a tab and the filters by status leave what is in all of them', () => {
  const none = { statuses: [], detailed: [] } as const;
  expect(queueStatuses({ tab: 'all', ...none })).toHaveLength(15);
  expect(queueStatuses({ tab: 'needs-us', ...none })).toEqual([
    'received-loa',
    'reviewed',
    'submitted',
    'pending-carrier-response',
    'additional-information-provided',
    'tentative-order-acceptance',
    'accepted',
    'confirmed',
  ]);
  expect(queueStatuses({ tab: 'needs-us', statuses: ['confirmed'], detailed: [] })).toEqual(['confirmed']);
  expect(queueStatuses({ tab: 'overdue', statuses: ['completed'], detailed: [] })).toEqual([]);
  expect(
    queueStatuses({ tab: 'all', statuses: ['in-progress'], detailed: ['reviewed', 'rejected'] }),
  ).toEqual(['reviewed']);
});

describe('what is typed into the search', () => {
  test.each([
    ['(415) 555-0140', ['+14155550140', '+14155550140']],
    ['+1 415.555.0140', ['+14155550140', '+14155550140']],
    ['1-415-555-0140', ['+14155550140', '+14155550140']],
    ['415555', ['+14155550000', '+14155559999']],
    ['(415) 555-01', ['+14155550100', '+14155550199']],
    ['41555', null],
    ['415555014012', null],
    ['harbor 415555', null],
  ])('%s may be a phone number', (typed, phones) => {
    expect(queueNeedle(typed)?.phones).toEqual(phones);
  });

  test.each([
    ['4012391', '4012391'],
    ['Order 4012391', '4012391'],
    ['order #4012391', '4012391'],
    ['request 512399', '512399'],
    ['CASE 77', '77'],
    ['(415) 555-0140', null],
    ['case closed', null],
  ])('%s may be an identifier', (typed, digits) => {
    expect(queueNeedle(typed)?.digits).toBe(digits);
  });

  test('blanks are nothing', () => {
    expect(queueNeedle(' \t ')).toBeNull();
  });
});

test('identifiers are found whole or without their last three digits', () => {
  expect(idRanges('4012')).toEqual([
    ['4012', '4012'],
    ['40120', '40129'],
    ['401200', '401299'],
    ['4012000', '4012999'],
  ]);
  expect(idRanges('40')).toEqual([['40', '40']]);
  expect(idRanges('123456789012345678')).toEqual([['123456789012345678', '123456789012345678']]);
});
