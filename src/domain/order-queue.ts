import { businessDaysSince, type Holidays } from './business-days.ts';
import { addDays, type CalendarDate } from './calendar-date.ts';
import {
  DETAILED_STATUSES,
  type DetailedStatus,
  isOpen,
  type NumberType,
  type Status,
  statusOf,
} from './status.ts';

/** The saved views of the desk, in their order. */
export const QUEUE_TABS = [
  'needs-us',
  'partner-replied',
  'waiting-for-partner',
  'foc-today',
  'overdue',
  'toll-free-accepted',
  'all',
] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

export const QUEUE_TAB_LABELS: Record<QueueTab, string> = {
  'needs-us': 'Needs us',
  'partner-replied': 'Partner replied',
  'waiting-for-partner': 'Waiting for partner',
  'foc-today': 'FOC today',
  overdue: 'Overdue',
  'toll-free-accepted': 'Toll-free accepted',
  all: 'All',
};

export const QUEUE_DATES = ['nextOn', 'focOn', 'estimatedOn', 'submittedOn', 'createdOn'] as const;
export type QueueDate = (typeof QUEUE_DATES)[number];

/** Which orders are asked for, within a tab. Empty lists and nulls ask for nothing in particular. */
export type QueueFilter = {
  tab: QueueTab;
  /** A partner's slug. */
  partner: string | null;
  accountId: string | null;
  statuses: readonly Status[];
  detailed: readonly DetailedStatus[];
  type: NumberType | null;
  dates: { field: QueueDate; from: CalendarDate | null; to: CalendarDate | null } | null;
  /** In its status for at least so many business days. */
  age: number | null;
  /** In a phone number, request ID, case number, order ID or company name. */
  text: string | null;
};

export const QUEUE_COLUMNS = [
  'order',
  'request',
  'caseNumber',
  'partner',
  'company',
  'numbers',
  'detailedStatus',
  'since',
  'nextOn',
  'changed',
  'replied',
] as const;
export type QueueColumn = (typeof QUEUE_COLUMNS)[number];

export type QueueSort = { column: QueueColumn; descending: boolean };

/** The oldest first: what waited longest is worked first. */
export const QUEUE_ORDER: QueueSort = { column: 'since', descending: false };

/** What partners wrote, the longest waiting first. */
export const REPLIES_ORDER: QueueSort = { column: 'replied', descending: false };

export const QUEUE_PAGE_SIZE = 50;
/** Closed orders that a search, a date or an age leaves are counted up to here. */
export const QUEUE_COUNTED = 30_000;

/**
 * The place of an order in a sort: the value that it is sorted by, as text (null where it is blank), and its id. What comes
 * after it stays the same when orders before it leave the list.
 */
export type QueueCursor = { key: string | null; orderId: number };

/** From where a page is read; null is the beginning. */
export type QueuePosition = { after: QueueCursor } | { before: QueueCursor } | 'last' | null;

export type QueueRequest = { filter: QueueFilter; sort: QueueSort; position: QueuePosition };

/** One order in the list. */
export type QueueRow = {
  partnerId: number;
  orderId: number;
  requestId: string;
  caseNumber: string | null;
  partner: string;
  accountId: string;
  company: string | null;
  numbers: number;
  type: NumberType;
  detailedStatus: DetailedStatus;
  statusSince: Date;
  /** Its confirmed date while it is open, else its estimated one. */
  nextOn: CalendarDate | null;
  focOn: CalendarDate | null;
  focTime: string | null;
  changedBy: string | null;
  updatedAt: Date;
  /** Since when something that its partner wrote waits for the porting team. */
  repliedAt: Date | null;
  version: number;
};

/** A page of the list, everything of it from one snapshot. */
export type QueuePage = {
  rows: QueueRow[];
  /** How many orders each tab holds under the other filters. */
  counts: Record<QueueTab, number>;
  /** All holds more orders than were counted. */
  more: boolean;
  /** How many orders stand before the first row; null where there are too many to count for each page. */
  before: number | null;
  previous: QueueCursor | null;
  next: QueueCursor | null;
};

/** Whether an order in a detailed status stands in a tab, as far as the status tells. A partner writes about any. */
const IN_TAB: Record<QueueTab, (detailed: DetailedStatus) => boolean> = {
  'needs-us': (detailed) => ['in-progress', 'confirmed'].includes(statusOf(detailed)),
  'partner-replied': () => true,
  'waiting-for-partner': (detailed) => statusOf(detailed) === 'waiting-for-you',
  'foc-today': isOpen,
  overdue: isOpen,
  'toll-free-accepted': (detailed) => detailed === 'accepted',
  all: () => true,
};

/** The detailed statuses that the tab and the filters by status leave, in the order of a port's life. */
export function queueStatuses({
  tab,
  statuses,
  detailed,
}: Pick<QueueFilter, 'tab' | 'statuses' | 'detailed'>): DetailedStatus[] {
  return DETAILED_STATUSES.filter(
    (each) =>
      IN_TAB[tab](each) &&
      (statuses.length === 0 || statuses.includes(statusOf(each))) &&
      (detailed.length === 0 || detailed.includes(each)),
  );
}

/** The last day on which an order can have got into its status to be in it for so many business days today. */
export function lastDayOfAge(age: number, today: CalendarDate, holidays: Holidays): CalendarDate {
  // A week has five business days, so this begins no later than the day that is looked for.
  let day = addDays(today, -age);
  while (businessDaysSince(day, today, holidays) < age) day = addDays(day, -1);
  return day;
}
