import { expect, test } from 'vitest';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { OrderFields } from '#domain/order-rules.ts';
import { ofOtherType, sortPasted } from '#domain/sort-pasted.ts';
import { inputsFor, parseDraft, startDraft } from '#features/desk/move/move-draft.ts';
import { orderUrl, parseOrderUrl } from '#features/desk/order/url.ts';

const TODAY = '2026-11-24';
const ORDER: OrderFields = {
  type: 'local',
  detailedStatus: 'pending-carrier-response',
  priority: 'standard',
  submittedOn: null,
  estimatedOn: null,
  focOn: null,
  focTime: null,
  createdOn: null,
  requestedOn: null,
  approvedOn: null,
  location: null,
  coordinator: null,
  rejectReason: null,
};

test('a draft begins with today where that is usual, the standard time, and the dates that the order has', () => {
  expect(startDraft('submitted', TODAY, ORDER)).toMatchObject({ submittedOn: TODAY, focTime: '10:00' });
  const resubmitted = { ...ORDER, submittedOn: '2026-10-01' as CalendarDate };
  expect(startDraft('submitted', TODAY, resubmitted).submittedOn).toBe('2026-10-01');
  expect(startDraft('submitted', TODAY, null).submittedOn).toBe('');
  const dated = {
    ...ORDER,
    detailedStatus: 'confirmed',
    focOn: '2026-12-02',
    focTime: '13:30',
  } as OrderFields;
  expect(startDraft('firm-order-confirmation', TODAY, dated)).toMatchObject({
    focOn: '2026-12-02',
    focTime: '13:30',
  });
});

test('what a target asks for and is missing is told at its field; many orders may each have their own date', () => {
  const draft = startDraft('firm-order-confirmation', TODAY, ORDER);
  expect(parseDraft(draft, 'local')).toEqual({
    kind: 'problems',
    problems: [{ field: 'focOn', because: 'Firm order confirmation needs a FOC date.' }],
  });
  expect(parseDraft(draft, 'local', { many: true })).toEqual({
    kind: 'move',
    move: { to: 'firm-order-confirmation' },
  });
  const rejected = startDraft('rejected', TODAY, null);
  expect(parseDraft(rejected, null, { many: true }).kind).toBe('problems');
});

test('only what the target asks for goes along, whatever else was typed before', () => {
  const draft = {
    ...startDraft('rejected', TODAY, ORDER),
    focOn: '2026-12-02',
    rejectReason: ' PIN ',
    note: 'x',
  };
  expect(parseDraft(draft, 'local')).toEqual({
    kind: 'move',
    move: { to: 'rejected', rejectReason: 'PIN', note: 'x' },
  });
});

test('an override and a correction need their words', () => {
  const draft = { ...startDraft('confirmed', TODAY, ORDER), focOn: '2026-11-28' };
  for (const change of [{ override: true }, { correction: true }]) {
    expect(parseDraft({ ...draft, ...change }, 'local')).toMatchObject({ problems: [{ field: 'note' }] });
    expect(parseDraft({ ...draft, ...change, note: 'So it is' }, 'local')).toMatchObject({ move: change });
  }
});

test('of orders of both types only what both need is needed', () => {
  expect(inputsFor('submitted', null)).toEqual({
    required: [],
    optional: ['submittedOn', 'estimatedOn', 'note'],
  });
});

test('a pasted list is sorted: each number once, what speaks against one told', () => {
  const { good, notTaken } = sortPasted('415-555-0140\n(415) 555-0140, 888-555-0101; x', (phone) =>
    ofOtherType(phone, 'local'),
  );
  expect(good).toEqual(['+14155550140']);
  expect(notTaken.map(({ text, kind }) => `${text} ${kind}`)).toEqual([
    '(415) 555-0140 twice',
    '(888) 555-0101 type',
    'x unreadable',
  ]);
});

test('the address of an order says from which queue, and never leads elsewhere', () => {
  const url = parseOrderUrl('4012391', { from: '/desk?tab=overdue', history: 'notes', number: '4155550140' });
  expect(url).toEqual({
    orderId: 4_012_391,
    from: '/desk?tab=overdue',
    history: 'notes',
    phone: '+14155550140',
    before: null,
  });
  expect(url && orderUrl(url)).toBe(
    '/desk/orders/4012391?from=%2Fdesk%3Ftab%3Doverdue&history=notes&number=4155550140',
  );
  for (const from of [
    'https://example.com',
    '//example.com',
    '/desk/../sign-out',
    '/deskx',
    'javascript:1',
  ]) {
    expect(parseOrderUrl('1', { from })?.from).toBe(null);
  }
  for (const id of ['0', 'x', '1e9', '-1', '99999999999999999']) expect(parseOrderUrl(id, {})).toBe(null);
});
