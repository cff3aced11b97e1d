import { expect, test } from 'vitest';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { ClockTime } from '#domain/clock-time.ts';
import {
  type FollowedOrder,
  followedDates,
  neededFromEndUser,
  STATIONS,
  stationOf,
  whereItIs,
  withoutIdentifiers,
} from '#domain/followed-order.ts';
import { DETAILED_STATUSES, isOpen, statusOf } from '#domain/status.ts';

const TODAY = '2026-11-24' as CalendarDate;

test('every detailed status has a sentence of its own, which does not speak of us by another name', () => {
  const sentences = DETAILED_STATUSES.map(whereItIs);
  expect(new Set(sentences).size).toBe(DETAILED_STATUSES.length);
  for (const sentence of sentences) expect(sentence).not.toMatch(/\b(FOC|EPD|LOA|case|losing)\b/);
});

test('a port passes the stations in the order of its life, and a stopped one is at none', () => {
  const reached = DETAILED_STATUSES.flatMap((detailed) => stationOf(detailed) ?? []);
  expect(Math.max(...reached)).toBe(STATIONS.length - 1);
  for (const detailed of DETAILED_STATUSES) {
    expect(stationOf(detailed) === null, detailed).toBe(statusOf(detailed) === 'cancelled');
    expect(stationOf(detailed) === STATIONS.length - 1, detailed).toBe(detailed === 'completed');
  }
});

test('an end user is asked for something only while an order waits, and only for what it can do', () => {
  for (const detailed of DETAILED_STATUSES) {
    const needed = neededFromEndUser(detailed, null);
    expect(needed !== null, detailed).toBe(statusOf(detailed) === 'waiting-for-you');
    if (needed) expect(needed).toMatch(/^Your provider will ask you/);
  }
  const known = { nextStep: 'Send the address.', turn: 'partner' } as const;
  expect(neededFromEndUser('rejected', known)).toBe('Your provider will ask you for this: Send the address.');
  expect(neededFromEndUser('rejected', { ...known, turn: 'carrier' })).toBeNull();
  expect(neededFromEndUser('submitted', known)).toBeNull();
});

test('a confirmed date has its time and zone, an estimated one says that it may move, and one that is past says so', () => {
  const confirmed = order({ detailedStatus: 'firm-order-confirmation', focOn: day('2026-11-25') });
  expect(followedDates({ ...confirmed, focTime: '10:00' as ClockTime }, TODAY)).toEqual([
    {
      label: 'Confirmed date',
      when: 'Wed 25 Nov 2026, 10:00 AM PT',
      meaning:
        'Agreed with your current carrier. It may take an hour after that time. Keep your old service until then.',
    },
  ]);
  const estimated = order({ detailedStatus: 'submitted', estimatedOn: day('2026-12-02') });
  expect(followedDates(estimated, TODAY)).toMatchObject([
    { label: 'Estimated date', when: 'Wed 2 Dec 2026', meaning: expect.stringContaining('may still move') },
  ]);
  const past = order({ detailedStatus: 'submitted', estimatedOn: day('2026-11-23') });
  expect(followedDates(past, TODAY)).toMatchObject([{ meaning: expect.stringContaining('passed') }]);
});

test('a confirmed date stands alone: the estimate that it overtook is not shown beside it', () => {
  const both = order({
    detailedStatus: 'confirmed',
    focOn: day('2026-11-25'),
    estimatedOn: day('2026-11-20'),
  });
  expect(followedDates(both, TODAY).map(({ label }) => label)).toEqual(['Confirmed date']);
});

test('a stopped order has no dates to wait for', () => {
  for (const detailed of DETAILED_STATUSES) {
    const dates = followedDates(order({ detailedStatus: detailed, estimatedOn: day('2026-12-02') }), TODAY);
    expect(dates.length > 0, detailed).toBe(isOpen(detailed));
  }
});

test('of a reject reason nothing is left that could be an account number, a PIN or a case', () => {
  const hidden = (text: string) => withoutIdentifiers(text);
  expect(hidden('Account number 4471-2231 does not match')).toBe('Account number ••• does not match');
  expect(hidden('Acct # AB12C-77 / PIN 0042 wrong')).toBe('Acct # ••• / PIN ••• wrong');
  expect(hidden('See case 4012345, mail port@carrier.example')).toBe('See case •••, mail •••');
  expect(hidden('Account 44 71 22 31')).toBe('Account •••');
  expect(hidden('BTN (415) 555-0140')).not.toMatch(/\d/);
  expect(hidden('LOA older than 30 days')).toBe('LOA older than 30 days');
  expect(hidden('Service address does not match')).toBe('Service address does not match');
});

test('a reason of any length is read in no time', () => {
  const long = `${'a'.repeat(20_000)} ${'1 '.repeat(10_000)}`;
  expect(withoutIdentifiers(long).length).toBeGreaterThan(0);
});

function order(facts: Partial<FollowedOrder>): FollowedOrder {
  return {
    ...{ type: 'local', detailedStatus: 'submitted', estimatedOn: null, focOn: null, focTime: null },
    ...{ approvedOn: null, rejectReason: null },
    ...facts,
  };
}

function day(text: string): CalendarDate {
  return text as CalendarDate;
}
