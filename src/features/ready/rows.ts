import type {
  AccountOfNumbers,
  AssignedNumber,
  OrderOfNumber,
  ReadyNumber,
} from '#data/assignments/assignment.ts';
import type { ReadyGroup } from '#data/assignments/list-ready.ts';
import { whyUnsafe } from '#domain/assignment.ts';
import { formatCalendarDate } from '#domain/calendar-date.ts';
import { formatClockTime } from '#domain/clock-time.ts';
import { oldService } from '#domain/old-service.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { DETAILED_FACTS } from '#domain/status.ts';
import type { AccountView, AssignedRow, ReadyGroupView, ReadyRow } from './view.ts';

/** An account as the page shows it. */
export function accountView(account: AccountOfNumbers): AccountView {
  const { id, username, company, ready, assigned } = account;
  return { id, name: company ?? username ?? id, username, ready, assigned, oldService: oldService(account) };
}

/** The ready numbers of an account. */
export function groupView({ account, ready, numbers }: ReadyGroup): ReadyGroupView {
  return { account: accountView(account), ready, rows: numbers.map(readyRow) };
}

function readyRow({ requestId, phone, focOn, focTime, approvedOn, location }: ReadyNumber): ReadyRow {
  const approved = approvedOn ? `Accepted ${formatCalendarDate(approvedOn)}` : 'Accepted';
  return {
    id: `${requestId} ${phone}`,
    ...{ requestId, phone, location },
    shown: formatPhoneNumber(phone),
    ports: focOn ? `Ports ${dayAndTime({ focOn, focTime })}` : approved,
  };
}

/** An assigned number, with how it stands now. */
export function assignedRow(number: AssignedNumber): AssignedRow {
  const { requestId, phone, accountId, company, assignedTo, batchId, order, reliedOn } = number;
  const { alerts, seenNow } = number;
  return {
    id: `${requestId} ${phone}`,
    ...{ requestId, phone, accountId, assignedTo, batchId, alerts, seenNow },
    shown: formatPhoneNumber(phone),
    company: company ?? accountId,
    since: formatMoment(number.at),
    by: number.actor,
    stands: stands(order),
    why: whyUnsafe(reliedOn, order),
  };
}

/** Where an assigned number is on its way: `Completed`, `Ports 30 Nov 2026, 10:00 AM PT`, or its detailed status. */
function stands(order: OrderOfNumber | null): string {
  if (!order) return 'On no order';
  const { detailedStatus, focOn } = order;
  if (detailedStatus !== 'completed' && focOn && DETAILED_FACTS[detailedStatus].needsFoc) {
    return `Ports ${dayAndTime(order)}`;
  }
  return DETAILED_FACTS[detailedStatus].label;
}

function dayAndTime({ focOn, focTime }: Pick<OrderOfNumber, 'focOn' | 'focTime'>): string {
  const time = focTime ? `, ${formatClockTime(focTime)} PT` : '';
  return `${focOn ? formatCalendarDate(focOn) : ''}${time}`;
}
