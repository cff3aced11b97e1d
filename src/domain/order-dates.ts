import { type CalendarDate, formatCalendarDate } from './calendar-date.ts';
import { formatClockTime } from './clock-time.ts';
import type { OrderFields } from './order-rules.ts';
import { isOpen, statusOf } from './status.ts';

/** One date of an order: what it is called, what it is or why it is not, and what it means. */
export type DateFact = {
  key: DateKey;
  label: string;
  /** `25 Nov 2026, 10:00 AM PT`; null when it is not set. */
  value: string | null;
  /** Why it is not set, where there is a reason. */
  because: string | null;
  meaning: string;
  /** Past while its order is open. */
  late: boolean;
};

type DateKey = 'createdOn' | 'submittedOn' | 'requestedOn' | 'estimatedOn' | 'focOn' | 'approvedOn';
type Dated = Pick<OrderFields, DateKey | 'type' | 'detailedStatus' | 'focTime'>;

/** The dates of an order in the order in which they come to be. Requested, estimated and confirmed are three facts. */
export function orderDates(order: Dated, today: CalendarDate): DateFact[] {
  const keys = order.type === 'toll-free' ? OF_TOLL_FREE : OF_LOCAL;
  return keys.map((key) => {
    const date = order[key];
    const time = key === 'focOn' && order.focTime ? `, ${formatClockTime(order.focTime)} PT` : '';
    const due = key === 'focOn' || (key === 'estimatedOn' && !order.focOn);
    return {
      key,
      label: LABELS[key],
      value: date && `${formatCalendarDate(date)}${time}`,
      because: date ? null : whyNot(key, order),
      meaning: MEANINGS[key],
      late: due && date !== null && date < today && isOpen(order.detailedStatus),
    };
  });
}

const OF_LOCAL: readonly DateKey[] = ['createdOn', 'submittedOn', 'requestedOn', 'estimatedOn', 'focOn'];
const OF_TOLL_FREE: readonly DateKey[] = ['createdOn', 'submittedOn', 'estimatedOn', 'approvedOn', 'focOn'];

const LABELS: Record<DateKey, string> = {
  createdOn: 'Created',
  submittedOn: 'Sent to carrier',
  requestedOn: 'Requested (CRD)',
  estimatedOn: 'Estimated (EPD)',
  focOn: 'Confirmed (FOC)',
  approvedOn: 'Approved',
};

const MEANINGS: Record<DateKey, string> = {
  createdOn: 'The order began with us.',
  submittedOn: 'It first went to the losing carrier.',
  requestedOn: 'The day the customer asked for.',
  estimatedOn: 'The day we asked the losing carrier for. It can move.',
  focOn: 'The day the losing carrier agreed to.',
  approvedOn: 'The losing side accepted the order. It has not ported by that.',
};

function whyNot(key: DateKey, { type, detailedStatus }: Dated): string | null {
  const before = BEFORE_CARRIER.has(detailedStatus);
  switch (key) {
    case 'submittedOn':
      if (type === 'toll-free') return 'toll-free orders hardly ever have one';
      return before
        ? 'it has not gone to the carrier yet'
        : 'often left blank, also when work is well under way';
    case 'requestedOn':
      return 'no day was asked for';
    case 'estimatedOn':
      return statusOf(detailedStatus) === 'waiting-for-you' ? 'it waits for an answer' : null;
    case 'approvedOn':
      return isOpen(detailedStatus) ? 'the losing side has not accepted it yet' : null;
    case 'focOn':
      if (type === 'toll-free') return 'toll-free orders have no FOC';
      if (detailedStatus === 'tentative-order-acceptance')
        return 'a date exists, but waits for another order';
      return isOpen(detailedStatus) ? 'the losing carrier has not agreed to a day yet' : null;
    default:
      return null;
  }
}

const BEFORE_CARRIER: ReadonlySet<string> = new Set(['waiting-for-loa', 'received-loa', 'reviewed']);
