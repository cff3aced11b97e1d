import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  formatCalendarDate,
  parseCalendarDate,
} from '#domain/calendar-date.ts';
import { formatClockTime, parseClockTime } from '#domain/clock-time.ts';
import { formatMoment, pacificDate } from '#domain/pacific-time.ts';

describe('a calendar date', () => {
  it.each([
    ['2026-03-08', '2026-03-08'],
    ['3/8/2026', '2026-03-08'],
    ['03/08/2026 12:00:00 AM', '2026-03-08'],
    ['2026-03-08T00:00:00Z', '2026-03-08'],
    ['2026-03-08 00:00:00', '2026-03-08'],
    ['8 Mar 2026', '2026-03-08'],
    ['2/29/2028', '2028-02-29'],
  ])('reads %j as %s', (text, date) => {
    expect(parseCalendarDate(text)).toBe(date);
  });

  it.each([
    '',
    '2026-02-30',
    '13/45/2026',
    '2/29/2026',
    '3/8/26',
    '3/8/2026 1:00:00 PM',
    'tomorrow',
    '0026-03-08',
  ])('refuses %j', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  it('stays the same day whatever the time zone, also on days when clocks change', () => {
    for (const day of ['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07', '2026-01-01']) {
      expect(parseCalendarDate(day)).toBe(day);
      expect(addDays(addDays(day as CalendarDate, 1), -1)).toBe(day);
    }
    expect(addDays('2026-02-28' as CalendarDate, 1)).toBe('2026-03-01');
  });

  it('is shown with the month as a word', () => {
    expect(formatCalendarDate(calendarDate(2026, 11, 8) ?? '')).toBe('8 Nov 2026');
  });
});

describe('a time of day', () => {
  it.each([
    ['10:00 AM', '10:00'],
    ['1:30 PM', '13:30'],
    ['10:00', '10:00'],
    ['12:00 AM', '00:00'],
    ['12:15 pm', '12:15'],
    ['10:00:00', '10:00'],
    ['10:00 AM PT', '10:00'],
  ])('reads %j as %s', (text, time) => {
    expect(parseClockTime(text)).toBe(time);
  });

  it.each(['', '25:00', '13:00 PM', '0:30 AM', '10', '10:60', 'noon'])('refuses %j', (text) => {
    expect(parseClockTime(text)).toBeNull();
  });

  it('is shown on a twelve-hour clock', () => {
    expect(['00:05', '10:00', '12:00', '13:30:00'].map(formatClockTime)).toEqual([
      '12:05 AM',
      '10:00 AM',
      '12:00 PM',
      '1:30 PM',
    ]);
  });
});

describe('a moment', () => {
  it('is told in Pacific time, in winter and in summer', () => {
    expect(formatMoment(new Date('2026-11-23T17:42:00Z'))).toBe('Mon 23 Nov 2026, 9:42 AM PT');
    expect(formatMoment(new Date('2026-07-01T17:42:00Z'))).toBe('Wed 1 Jul 2026, 10:42 AM PT');
    expect(formatMoment(new Date('2026-07-01T07:00:00Z'))).toBe('Wed 1 Jul 2026, 12:00 AM PT');
  });

  it('has the Pacific day, not the one of this machine', () => {
    expect(pacificDate(new Date('2026-11-24T07:59:00Z'))).toBe('2026-11-23');
    expect(pacificDate(new Date('2026-11-24T08:00:00Z'))).toBe('2026-11-24');
  });
});
