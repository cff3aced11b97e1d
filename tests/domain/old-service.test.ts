import { describe, expect, test } from 'vitest';
import { whyNotAssignable } from '#domain/assignment.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { oldService } from '#domain/old-service.ts';
import type { ReadyFacts } from '#domain/ready-to-assign.ts';

describe('the old service of an account', () => {
  test.each([
    [
      { total: 12, completed: 0, cancelled: 0 },
      true,
      'Keep the old service until all its numbers are completed: 0 of 12 so far.',
    ],
    [
      { total: 12, completed: 11, cancelled: 0 },
      true,
      'Keep the old service until all its numbers are completed: 11 of 12 so far.',
    ],
    [
      { total: 1200, completed: 1200, cancelled: 0 },
      false,
      'Old service may be cancelled: all 1,200 numbers are completed.',
    ],
    [
      { total: 1, completed: 1, cancelled: 0 },
      false,
      'Old service may be cancelled: its number is completed.',
    ],
    [
      { total: 14, completed: 12, cancelled: 2 },
      false,
      'Old service may be cancelled: all 12 numbers are completed. 2 numbers were cancelled and did not move: keep their service if they are still in use.',
    ],
    [
      { total: 13, completed: 11, cancelled: 1 },
      true,
      'Keep the old service until all its numbers are completed: 11 of 12 so far. 1 cancelled number did not move: keep its service if it is still in use.',
    ],
    [
      { total: 3, completed: 0, cancelled: 3 },
      true,
      'Keep the old service: nothing moved, 3 numbers were cancelled.',
    ],
    [
      { total: 1, completed: 0, cancelled: 1 },
      true,
      'Keep the old service: nothing moved, 1 number was cancelled.',
    ],
  ])('%j: keep %s', (numbers, keep, sentence) => {
    expect(oldService(numbers)).toEqual({ keep, sentence });
  });

  test('is no question for an account without numbers', () => {
    expect(oldService({ total: 0, completed: 0, cancelled: 0 })).toBeNull();
  });

  test('is never given up while a number is still on its way, whatever the counts', () => {
    for (let completed = 0; completed <= 6; completed++) {
      for (let cancelled = 0; cancelled <= 6 - completed; cancelled++) {
        const open = 6 - completed - cancelled;
        const said = oldService({ total: 6, completed, cancelled });
        expect(said?.keep, `${completed} ${cancelled}`).toBe(open > 0 || completed === 0);
      }
    }
  });
});

describe('why a number cannot be assigned', () => {
  const ready: ReadyFacts = {
    type: 'local',
    detailedStatus: 'firm-order-confirmation',
    focOn: '2026-12-02' as CalendarDate,
    approvedOn: null,
  };
  const maya = { actor: 'Maya Lindqvist', at: new Date('2026-11-24T17:00:00Z') };

  test('nothing is in the way of one that is ready', () => {
    expect(whyNotAssignable(ready, null)).toBeNull();
  });

  test('who has it already comes before whether it is ready', () => {
    expect(whyNotAssignable(null, { ...maya, assignedTo: null })).toBe(
      'Maya Lindqvist assigned it already, Tue 24 Nov 2026, 9:00 AM PT.',
    );
    expect(whyNotAssignable(ready, { ...maya, assignedTo: 'Front desk' })).toBe(
      'Maya Lindqvist assigned it to Front desk already, Tue 24 Nov 2026, 9:00 AM PT.',
    );
  });

  test('one on no order, or on one that is not ready, says so', () => {
    expect(whyNotAssignable(null, null)).toBe('The number is on no order any more.');
    expect(whyNotAssignable({ ...ready, detailedStatus: 'completed' }, null)).toBe('It has already ported.');
  });
});
