import { expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#domain/calendar-date.ts';
import type { ClockTime } from '#domain/clock-time.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { formatPortingDay, formatPortingMoment, weekOf } from '#domain/porting-day.ts';
import { requestLinkExpiry, requestLinkState } from '#domain/request-link.ts';

test('a day of porting is told with its weekday, a moment with its time and zone', () => {
  const day = '2026-11-25' as CalendarDate;
  expect(formatPortingDay(day)).toBe('Wed 25 Nov 2026');
  expect(formatPortingMoment(day, '13:30' as ClockTime)).toBe('Wed 25 Nov 2026, 1:30 PM PT');
  expect(formatPortingMoment(day, null)).toBe('Wed 25 Nov 2026');
});

test.each([
  ['the week in which Pacific time goes forward', '2026-03-08', '2026-03-02'],
  ['the one after it', '2026-03-09', '2026-03-09'],
  ['the week in which it goes back', '2026-11-01', '2026-10-26'],
  ['the one after it', '2026-11-02', '2026-11-02'],
  ['one over the turn of the year', '2027-01-01', '2026-12-28'],
])('%s: seven days from its Monday, each once', (_, today, monday) => {
  const week = weekOf(today as CalendarDate);
  expect(week[0]).toBe(monday);
  expect(week).toEqual(Array.from({ length: 7 }, (__, i) => addDays(monday as CalendarDate, i)));
  expect(week).toContain(today);
});

test('today is the Pacific day, whatever day it is in UTC, on both sides of the switches', () => {
  // 23:59 and 00:00 Pacific: UTC-8 before 8 March, UTC-7 after, and the other way round in November.
  expect(pacificDate(new Date('2026-03-08T07:59:59Z'))).toBe('2026-03-07');
  expect(pacificDate(new Date('2026-03-08T08:00:00Z'))).toBe('2026-03-08');
  expect(pacificDate(new Date('2026-03-09T06:59:59Z'))).toBe('2026-03-08');
  expect(pacificDate(new Date('2026-03-09T07:00:00Z'))).toBe('2026-03-09');
  expect(pacificDate(new Date('2026-11-02T07:59:59Z'))).toBe('2026-11-01');
  expect(pacificDate(new Date('2026-11-02T08:00:00Z'))).toBe('2026-11-02');
});

test('a link holds for 1 to 90 days, to the second, and no longer once withdrawn', () => {
  const now = new Date('2026-11-24T17:00:00Z');
  const expiresAt = requestLinkExpiry(now, 1);
  expect(expiresAt.toISOString()).toBe('2026-11-25T17:00:00.000Z');
  expect(requestLinkState({ expiresAt, withdrawnAt: null }, new Date('2026-11-25T16:59:59Z'))).toBe('open');
  expect(requestLinkState({ expiresAt, withdrawnAt: null }, expiresAt)).toBe('expired');
  expect(requestLinkState({ expiresAt, withdrawnAt: now }, now)).toBe('withdrawn');
  for (const days of [0, 91, 1.5, -1, Number.NaN])
    expect(() => requestLinkExpiry(now, days)).toThrow(RangeError);
});
