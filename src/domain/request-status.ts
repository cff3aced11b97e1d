import { type CalendarDate, formatCalendarDate } from './calendar-date.ts';
import { type ClockTime, formatClockTime } from './clock-time.ts';
import { type DetailedStatus, STATUS_FACTS, type Status, statusOf } from './status.ts';

export type OrderOfRequest = {
  detailedStatus: DetailedStatus;
  numbers: number;
  focOn: CalendarDate | null;
  focTime: ClockTime | null;
};

export type RequestStatus = { status: Status; summary: string };

const PRECEDENCE: readonly Status[] = [
  'waiting-for-you',
  'in-progress',
  'confirmed',
  'scheduled',
  'completed',
];

/**
 * A request's status, computed from its orders: cancelled ones are ignored unless all are, then the first that occurs of
 * Waiting for You, In Progress, Confirmed, Scheduled, Completed; with a sentence of counts ("7 of 10 ported, 2 scheduled
 * for 18 Mar 2026 10:00 AM PT, 1 waiting for you"). Null for a request without numbers.
 */
export function requestStatus(orders: readonly OrderOfRequest[]): RequestStatus | null {
  const filled = orders.filter((order) => order.numbers > 0);
  if (filled.length === 0) return null;
  const live = filled.filter((order) => statusOf(order.detailedStatus) !== 'cancelled');
  const status =
    PRECEDENCE.find((s) => live.some((order) => statusOf(order.detailedStatus) === s)) ?? 'cancelled';
  return { status, summary: summary(filled) };
}

function summary(orders: readonly OrderOfRequest[]): string {
  const total = sum(orders);
  const ported = sum(orders.filter((order) => order.detailedStatus === 'completed'));
  const clauses = ported > 0 ? [`${ported} of ${total} ported`] : [];
  for (const [day, count] of countsBy(orders, 'scheduled')) clauses.push(`${count} scheduled for ${day}`);
  for (const [day, count] of countsBy(orders, 'confirmed')) clauses.push(`${count} confirmed for ${day}`);
  for (const status of ['in-progress', 'waiting-for-you', 'cancelled'] as const) {
    const count = sum(orders.filter((order) => statusOf(order.detailedStatus) === status));
    if (count > 0) clauses.push(`${count} ${STATUS_FACTS[status].label.toLowerCase()}`);
  }
  return clauses.join(', ');
}

function countsBy(orders: readonly OrderOfRequest[], status: Status): [string, number][] {
  const dated = orders.filter((order) => statusOf(order.detailedStatus) === status && order.focOn !== null);
  const days = new Map<string, number>();
  for (const order of dated.toSorted((a, b) => whenOf(a).localeCompare(whenOf(b)))) {
    const time = order.focTime ? ` ${formatClockTime(order.focTime)} PT` : '';
    const day = `${formatCalendarDate(order.focOn ?? '')}${time}`;
    days.set(day, (days.get(day) ?? 0) + order.numbers);
  }
  return [...days];
}

function whenOf(order: OrderOfRequest): string {
  return `${order.focOn ?? ''} ${order.focTime ?? ''}`;
}

function sum(orders: readonly OrderOfRequest[]): number {
  return orders.reduce((total, order) => total + order.numbers, 0);
}
