import { expect, it } from 'vitest';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { ClockTime } from '#domain/clock-time.ts';
import { orderDates } from '#domain/order-dates.ts';

const TODAY = '2026-11-24' as CalendarDate;
const EMPTY = {
  ...{ createdOn: null, submittedOn: null, requestedOn: null, estimatedOn: null, focOn: null, focTime: null },
  approvedOn: null,
};
const day = (text: string) => text as CalendarDate;

it('tells a local order’s dates in the order in which they come to be, and never mixes them', () => {
  const dates = orderDates(
    {
      ...{ type: 'local', detailedStatus: 'firm-order-confirmation', approvedOn: null },
      ...{ createdOn: day('2026-11-01'), submittedOn: day('2026-11-03'), requestedOn: day('2026-11-20') },
      ...{ estimatedOn: day('2026-11-23'), focOn: day('2026-11-25'), focTime: '10:00' as ClockTime },
    },
    TODAY,
  );
  expect(dates.map(({ label, value }) => [label, value])).toEqual([
    ['Created', '1 Nov 2026'],
    ['Sent to carrier', '3 Nov 2026'],
    ['Requested (CRD)', '20 Nov 2026'],
    ['Estimated (EPD)', '23 Nov 2026'],
    ['Confirmed (FOC)', '25 Nov 2026, 10:00 AM PT'],
  ]);
  // An estimate that a confirmed date has followed is late no more.
  expect(dates.filter(({ late }) => late)).toEqual([]);
});

it('says of a date that is not set why, where there is a reason', () => {
  const whyOf = (order: Parameters<typeof orderDates>[0]) =>
    Object.fromEntries(orderDates(order, TODAY).map(({ key, because }) => [key, because]));
  expect(whyOf({ ...EMPTY, type: 'local', detailedStatus: 'rejected' })).toMatchObject({
    estimatedOn: 'it waits for an answer',
    focOn: 'the losing carrier has not agreed to a day yet',
  });
  expect(whyOf({ ...EMPTY, type: 'toll-free', detailedStatus: 'submitted' })).toEqual({
    createdOn: null,
    submittedOn: 'toll-free orders hardly ever have one',
    estimatedOn: null,
    approvedOn: 'the losing side has not accepted it yet',
    focOn: 'toll-free orders have no FOC',
  });
  expect(whyOf({ ...EMPTY, type: 'local', detailedStatus: 'tentative-order-acceptance' }).focOn).toMatch(
    'waits for another order',
  );
});

it('calls a date late that is past while its order is open, and no other', () => {
  const late = (detailedStatus: 'submitted' | 'completed', estimatedOn: string) =>
    orderDates({ ...EMPTY, type: 'local', detailedStatus, estimatedOn: day(estimatedOn) }, TODAY).some(
      (date) => date.late,
    );
  expect(late('submitted', '2026-11-23')).toBe(true);
  expect(late('submitted', '2026-11-24')).toBe(false);
  expect(late('completed', '2026-11-23')).toBe(false);
});
