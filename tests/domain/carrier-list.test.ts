import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { ListedOrder, OrdersFound } from '#domain/carrier-list/choose-order.ts';
import { decideList } from '#domain/carrier-list/decide-list.ts';
import {
  guessMapping,
  hasSameHeaders,
  headerLabels,
  inWordsOf,
  mappingProblem,
  REFUSED_LABEL,
} from '#domain/carrier-list/mapping.ts';
import { type RowTexts, readCarrierRow } from '#domain/carrier-list/row.ts';
import type { ClockTime } from '#domain/clock-time.ts';
import { decideMove, type OrderState } from '#domain/moves.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';

const PHONES = ['+14155550140', '+14155550141', '+14155550142'] as PhoneNumber[];

function state(given: Partial<OrderState> = {}): OrderState {
  return {
    ...{ type: 'local', detailedStatus: 'pending-carrier-response', priority: 'standard', submittedOn: null },
    ...{
      estimatedOn: null,
      focOn: null,
      focTime: null,
      createdOn: null,
      requestedOn: null,
      approvedOn: null,
    },
    ...{ location: null, coordinator: null, rejectReason: null, numbers: 1 },
    ...given,
  } as OrderState;
}

function order(
  orderId: number,
  given: Partial<OrderState> = {},
  about: Partial<ListedOrder> = {},
): ListedOrder {
  return {
    orderId,
    partnerId: 1,
    partner: 'Harborlight',
    requestId: '512399',
    state: state(given),
    ...about,
  };
}

function found(orders: readonly ListedOrder[], phones: Partial<Record<string, number[]>> = {}): OrdersFound {
  const byId = new Map(orders.map((one) => [one.orderId, one]));
  return {
    byId,
    byPhone: new Map(
      Object.entries(phones).map(([phone, ids]) => [
        phone as PhoneNumber,
        (ids ?? []).flatMap((id) => byId.get(id) ?? []),
      ]),
    ),
    byRequest: Map.groupBy(orders, ({ requestId }) => requestId),
  };
}

function decided(rows: readonly RowTexts[], orders: OrdersFound) {
  return decideList(
    rows.map((texts, i) => ({ record: i + 2, reading: readCarrierRow(texts) })),
    orders,
  );
}

describe('the columns of a list', () => {
  test('are guessed from the words of carriers, in any spelling', () => {
    const headers = ['TN', 'order_status', 'FOC Date', 'FOC TIME', 'Reject Reason', 'Remarks'];
    expect(guessMapping(headers)).toEqual({
      phone: 'TN',
      detailedStatus: 'order_status',
      focOn: 'FOC Date',
      focTime: 'FOC TIME',
      rejectReason: 'Reject Reason',
    });
  });

  test('take the better of two headers, and each header once', () => {
    expect(guessMapping(['Request', 'Request ID', 'Status'])).toEqual({
      requestId: 'Request ID',
      detailedStatus: 'Status',
    });
  });

  test('have names of their own, also where the file gives none or the same twice', () => {
    expect(headerLabels(['Date', ' ', 'Date', 'TN'])).toEqual(['Date', 'Column 2', 'Date (2)', 'TN']);
  });

  test('need one that names an order and one that says something', () => {
    const headers = ['TN', 'FOC', 'Text'];
    expect(mappingProblem({ focOn: 'FOC' }, headers)).toMatch(/^Say which column names the order/);
    expect(mappingProblem({ phone: 'TN', note: 'Text' }, headers)).toMatch(
      /^Say which column has something new/,
    );
    expect(mappingProblem({ phone: 'TN', focOn: 'TN' }, headers)).toBe('“TN” can be read as one thing only.');
    expect(mappingProblem({ phone: 'Phone', focOn: 'FOC' }, headers)).toBe('The file has no column “Phone”.');
    expect(mappingProblem({ phone: 'TN', focOn: 'FOC' }, headers)).toBeNull();
  });

  test('are known again in another order and spelling, and with the reasons of refused rows', () => {
    const kept = { headers: ['TN', 'FOC Date'], mapping: { phone: 'TN', focOn: 'FOC Date' } };
    const headers = ['foc date', 'tn', REFUSED_LABEL];
    expect(hasSameHeaders(kept, headers)).toBe(true);
    expect(inWordsOf(kept, headers)).toEqual({ phone: 'tn', focOn: 'foc date' });
    expect(hasSameHeaders(kept, ['TN', 'FOC Date', 'EPD'])).toBe(false);
  });
});

describe('a row', () => {
  test('is read in the spellings of people and carriers', () => {
    const { names, says } = readCarrierRow({
      phone: '(415) 555-0140',
      orderId: 'Order 4012391',
      requestId: '#512399',
      detailedStatus: 'FOC',
      focOn: '11/30/2026 10:30 AM',
      estimatedOn: '30 Nov 2026',
    });
    expect(names).toEqual({ phone: PHONES[0], orderId: 4_012_391, requestId: '512399' });
    expect(says).toMatchObject({
      to: 'firm-order-confirmation',
      focOn: '2026-11-30',
      focTime: '10:30',
      estimatedOn: '2026-11-30',
    });
  });

  test.each([
    [{ detailedStatus: 'Rejected' }, 'The row names no phone number, order or request.'],
    [{ phone: '555-0140' }, 'Phone number “555-0140” is not a North American number of ten digits.'],
    [{ phone: '4155550140', focOn: '13/31/2026' }, /^FOC date “13\/31\/2026” is not a day of the calendar/],
    [{ phone: '4155550140', focOn: '2026-11-30T10:00:00Z' }, /is not a day of the calendar/],
    [{ phone: '4155550140', focTime: '10 CT' }, /is not a time of day/],
    [
      { phone: '4155550140', detailedStatus: 'Jeopardy' },
      'Detailed status “Jeopardy” is not a detailed status.',
    ],
  ])('that cannot be read says all that is wrong: %o', (texts, because) => {
    const reading = readCarrierRow(texts);
    expect(reading.says).toBeNull();
    expect(reading.because).toMatch(because);
  });
});

describe('the order of a row', () => {
  const open = order(1);
  const other = order(2, {}, { partner: 'Quarry Bay', partnerId: 2 });
  const done = order(3, { detailedStatus: 'completed' });

  test('is the one open order that has the number', () => {
    const { fates } = decided(
      [{ phone: '4155550140', estimatedOn: '2026-12-01' }],
      found([open, done], { [`${PHONES[0]}`]: [3, 1] }),
    );
    expect(fates[0]).toMatchObject({ order: { orderId: 1 }, because: null });
  });

  test('is refused by name where several open orders have the number, of whatever partner', () => {
    const { fates, moves } = decided(
      [{ phone: '4155550140', detailedStatus: 'Completed' }],
      found([open, other], { [`${PHONES[0]}`]: [1, 2] }),
    );
    expect(fates[0]?.because).toBe(
      '(415) 555-0140 is on more than one open order: 1 (Harborlight), 2 (Quarry Bay). Name the order.',
    );
    expect(moves).toEqual([]);
  });

  test.each([
    [{ phone: '4155550149' }, '(415) 555-0149 is on no order.'],
    [{ orderId: '77' }, 'There is no order 77.'],
    [{ orderId: '1', phone: '4155550149' }, '(415) 555-0149 is not on order 1.'],
    [{ orderId: '1', requestId: '9' }, 'Order 1 is of request 512399, not of 9.'],
    [{ requestId: '9' }, 'There is no request 9.'],
    [{ requestId: '512399' }, /^Several partners have a request 512399: 1 \(Harborlight\), 2 \(Quarry Bay\)/],
  ])('is not found for %o', (names, because) => {
    const { fates } = decided([{ ...names, detailedStatus: 'Completed' }], found([open, other]));
    expect(fates[0]?.because).toMatch(because);
  });

  test('is the only open one of a request, and none of several', () => {
    const [a, b] = [order(1), order(2)];
    const row = { requestId: '512399', detailedStatus: 'Completed' };
    expect(decided([row], found([a, order(3, { detailedStatus: 'cancelled' })])).moves).toHaveLength(1);
    expect(decided([row], found([a, b])).fates[0]?.because).toMatch(/^Request 512399 has 2 open orders/);
  });
});

describe('rows of one order', () => {
  const big = order(1, { numbers: 3 });
  const all = found([big], Object.fromEntries(PHONES.map((phone) => [phone, [1]])));

  test('that say the same are one change', () => {
    const rows = PHONES.map((phone) => ({ phone, detailedStatus: 'FOC', focOn: '2026-11-30' }));
    const { moves, fates } = decided(rows, all);
    expect(moves).toEqual([{ order: big, move: { to: 'firm-order-confirmation', focOn: '2026-11-30' } }]);
    expect(fates.every(({ because, warning }) => because === null && warning === null)).toBe(true);
  });

  test('that differ are refused by name, all of them', () => {
    const rows = PHONES.map((phone, i) => ({ phone, estimatedOn: i === 1 ? '2026-12-01' : '2026-12-02' }));
    const { moves, fates } = decided(rows, all);
    expect(moves).toEqual([]);
    expect(new Set(fates.map(({ because }) => because))).toEqual(
      new Set(['Order 1 is in rows 2 and 3, which say different things: split it first.']),
    );
  });

  test('wait for one of them that cannot be read', () => {
    const { moves, fates } = decided(
      [
        { phone: PHONES[0], estimatedOn: '2026-12-01' },
        { phone: PHONES[1], estimatedOn: 'soon' },
      ],
      all,
    );
    expect(moves).toEqual([]);
    expect(fates[0]?.because).toBe('Row 3 is of the same order 1 and cannot be read.');
    expect(fates[1]?.because).toMatch(/^EPD “soon”/);
  });

  test('that name a part of its numbers say that all change; naming the order names all', () => {
    const row = { phone: PHONES[0], estimatedOn: '2026-12-01' };
    expect(decided([row], all).fates[0]?.warning).toBe(
      'The list names 1 of the 3 numbers of order 1: all 3 change.',
    );
    expect(decided([{ orderId: '1', estimatedOn: '2026-12-01' }], all).fates[0]?.warning).toBeNull();
  });
});

describe('what a row asks of its order', () => {
  const date = '2026-12-01' as CalendarDate;
  const ask = (says: RowTexts, given: Partial<OrderState> = {}) => {
    const one = order(1, given);
    const { moves, fates } = decided([{ orderId: '1', ...says }], found([one]));
    return { move: moves[0]?.move ?? null, because: fates[0]?.because ?? null };
  };

  test('without a status is a new date for the one that it is in', () => {
    expect(ask({ estimatedOn: date }).move).toEqual({ to: 'pending-carrier-response', estimatedOn: date });
    const scheduled = {
      detailedStatus: 'firm-order-confirmation',
      focOn: '2026-11-30' as CalendarDate,
    } as const;
    expect(ask({ focOn: date }, scheduled).move).toEqual({ to: 'firm-order-confirmation', focOn: date });
  });

  test('is nothing when it is so already, also of a closed order, also beside 10:00 AM in every row', () => {
    expect(ask({ detailedStatus: 'Completed' }, { detailedStatus: 'completed' })).toEqual({
      move: null,
      because: null,
    });
    expect(ask({ estimatedOn: date, focTime: '10:00 AM' }, { estimatedOn: date })).toEqual({
      move: null,
      because: null,
    });
    expect(ask({})).toEqual({ move: null, because: null });
  });

  test('keeps the reason of an order that stays Rejected', () => {
    expect(
      ask({ estimatedOn: date }, { detailedStatus: 'rejected', rejectReason: 'PIN' }).move,
    ).toMatchObject({
      to: 'rejected',
      rejectReason: 'PIN',
    });
  });

  test.each<[RowTexts, Partial<OrderState>, RegExp]>([
    [{ focOn: date }, {}, /^It is Pending carrier response, which has no confirmed date/],
    [{ approvedOn: date }, { type: 'toll-free' }, /needs the status Accepted/],
    [{ rejectReason: 'PIN' }, {}, /^A reject reason goes with Rejected/],
    [{ detailedStatus: 'Submitted', rejectReason: 'PIN' }, {}, /^A reject reason goes with Rejected/],
    [{ estimatedOn: date }, { detailedStatus: 'completed' }, /^It is Completed, which is final/],
    [{ detailedStatus: 'Submitted', focTime: '1:30 PM' }, {}, /needs a confirmed porting date/],
  ])('is refused where it would be passed over in silence: %o', (says, given, because) => {
    expect(ask(says, given)).toEqual({ move: null, because: expect.stringMatching(because) });
  });

  test('may be made: an open order gets a new date and stays where it is', () => {
    const context = { role: 'agent', today: '2026-11-24' as CalendarDate, holidays: new Map() } as const;
    const before = state({ detailedStatus: 'submitted', estimatedOn: '2026-11-27' as CalendarDate });
    const decision = decideMove(before, { to: 'submitted', estimatedOn: date }, context);
    expect(decision).toMatchObject({
      kind: 'change',
      after: { detailedStatus: 'submitted', estimatedOn: date, submittedOn: null },
    });
    expect(decideMove(before, { to: 'submitted' }, context).kind).toBe('refused');
    const closed = state({ detailedStatus: 'completed' });
    expect(decideMove(closed, { to: 'completed', estimatedOn: date }, context).kind).toBe('refused');
    const timed = { focTime: '10:00' as ClockTime };
    expect(decideMove(before, { to: 'submitted', ...timed }, context).kind).toBe('refused');
  });
});
