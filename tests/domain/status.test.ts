import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { brokenRule, isUnusualTime, type OrderFields } from '#domain/order-rules.ts';
import { readiness } from '#domain/ready-to-assign.ts';
import { requestStatus } from '#domain/request-status.ts';
import {
  DETAILED_FACTS,
  DETAILED_STATUSES,
  type DetailedStatus,
  detailedStatusesOf,
  parseDetailedStatus,
  parseStatus,
  STATUS_FACTS,
  STATUSES,
  statusOf,
} from '#domain/status.ts';

const DAY = '2026-11-30' as CalendarDate;

describe('a status', () => {
  it('follows from the detailed status, each under exactly one', () => {
    expect(STATUSES.flatMap(detailedStatusesOf).toSorted()).toEqual([...DETAILED_STATUSES].toSorted());
    expect(detailedStatusesOf('waiting-for-you')).toEqual([
      'waiting-for-loa',
      'additional-info-required',
      'rejected',
    ]);
    expect(statusOf('accepted')).toBe('in-progress');
    expect(statusOf('closed-as-incomplete')).toBe('cancelled');
  });

  it('is read in any case and in both spellings', () => {
    expect(['Waiting for you', 'WAITING  FOR YOU', 'waiting-for-you'].map(parseStatus)).toEqual(
      Array(3).fill('waiting-for-you'),
    );
    expect(['Canceled', 'cancelled'].map(parseStatus)).toEqual(['cancelled', 'cancelled']);
    expect(['Sleeping', '', 'Rejected'].map(parseStatus)).toEqual([null, null, null]);
    expect(['Additional Info required', 'Closed as Incomplete', 'canceled'].map(parseDetailedStatus)).toEqual(
      ['additional-info-required', 'closed-as-incomplete', 'cancelled'],
    );
  });

  it('reads back every label that it shows', () => {
    for (const status of STATUSES) expect(parseStatus(STATUS_FACTS[status].label)).toBe(status);
    for (const detailed of DETAILED_STATUSES)
      expect(parseDetailedStatus(DETAILED_FACTS[detailed].label)).toBe(detailed);
  });
});

describe('ready to assign', () => {
  const ready = (type: 'local' | 'toll-free', detailedStatus: DetailedStatus, dates = true) =>
    readiness({
      type,
      detailedStatus,
      focOn: dates && type === 'local' ? DAY : null,
      approvedOn: dates && type === 'toll-free' ? DAY : null,
    }).ready;

  it('is a local number with its FOC date, and no other local one', () => {
    expect(DETAILED_STATUSES.filter((detailed) => ready('local', detailed))).toEqual([
      'firm-order-confirmation',
      'confirmed',
    ]);
    expect(DETAILED_STATUSES.filter((detailed) => ready('local', detailed, false))).toEqual([]);
  });

  it('is a toll-free number once accepted, or approved and still open', () => {
    expect(DETAILED_STATUSES.filter((detailed) => ready('toll-free', detailed, false))).toEqual(['accepted']);
    for (const ended of ['completed', 'cancelled', 'closed-as-incomplete'] as const) {
      expect(ready('toll-free', ended)).toBe(false);
    }
    expect(ready('toll-free', 'submitted')).toBe(true);
  });

  it('says why when it is not', () => {
    for (const detailedStatus of DETAILED_STATUSES) {
      const answer = readiness({ type: 'local', detailedStatus, focOn: null, approvedOn: null });
      expect(answer).toMatchObject({ ready: false, because: expect.stringMatching(/^\S.*\.$/) });
    }
  });
});

describe('the rules of an order', () => {
  const order = (over: Partial<OrderFields>): OrderFields => ({
    type: 'local',
    detailedStatus: 'submitted',
    priority: 'standard',
    submittedOn: null,
    estimatedOn: null,
    focOn: null,
    focTime: null,
    createdOn: DAY,
    requestedOn: null,
    approvedOn: null,
    location: null,
    coordinator: null,
    rejectReason: null,
    ...over,
  });

  it.each<[Partial<OrderFields>, keyof OrderFields | undefined]>([
    [{}, undefined],
    [{ detailedStatus: 'firm-order-confirmation' }, 'focOn'],
    [{ detailedStatus: 'confirmed' }, 'focOn'],
    [{ detailedStatus: 'firm-order-confirmation', focOn: DAY }, undefined],
    [{ type: 'toll-free', detailedStatus: 'firm-order-confirmation' }, 'detailedStatus'],
    [{ detailedStatus: 'accepted' }, 'detailedStatus'],
    [{ type: 'toll-free', detailedStatus: 'accepted', approvedOn: DAY }, undefined],
    [{ type: 'toll-free', focOn: DAY }, 'focOn'],
    [{ type: 'toll-free', requestedOn: DAY }, 'requestedOn'],
    [{ type: 'toll-free', priority: 'expedite' }, 'priority'],
    [{ approvedOn: DAY }, 'approvedOn'],
    [{ focTime: '10:00' as OrderFields['focTime'] }, 'focTime'],
  ])('%j breaks %s', (over, field) => {
    expect(brokenRule(order(over))?.field).toBe(field);
  });

  it('find a porting time other than ten unusual up to a hundred numbers', () => {
    const half = '13:30' as OrderFields['focTime'];
    expect([isUnusualTime(half, 100), isUnusualTime(half, 101)]).toEqual([true, false]);
    expect(isUnusualTime('10:00' as OrderFields['focTime'], 1)).toBe(false);
  });
});

describe('the status of a request', () => {
  const of = (...parts: [DetailedStatus, number][]) =>
    requestStatus(
      parts.map(([detailedStatus, numbers]) => ({
        detailedStatus,
        numbers,
        focOn: ['firm-order-confirmation', 'confirmed'].includes(detailedStatus) ? DAY : null,
        focTime: ['firm-order-confirmation', 'confirmed'].includes(detailedStatus)
          ? ('10:00' as OrderFields['focTime'])
          : null,
      })),
    );

  it('is the first that occurs, and ignores cancelled orders unless all are', () => {
    expect(of(['completed', 7], ['rejected', 1], ['submitted', 2])?.status).toBe('waiting-for-you');
    expect(of(['completed', 7], ['confirmed', 1], ['firm-order-confirmation', 2])?.status).toBe('confirmed');
    expect(of(['completed', 7], ['cancelled', 1])?.status).toBe('completed');
    expect(of(['closed-as-incomplete', 7], ['cancelled', 1])?.status).toBe('cancelled');
    expect(of()).toBeNull();
    expect(of(['rejected', 0], ['completed', 3])?.status).toBe('completed');
  });

  it('comes with counts that can be forwarded', () => {
    expect(of(['completed', 7], ['firm-order-confirmation', 2], ['rejected', 1])?.summary).toBe(
      '7 of 10 ported, 2 scheduled for 30 Nov 2026 10:00 AM PT, 1 waiting for you',
    );
  });
});
