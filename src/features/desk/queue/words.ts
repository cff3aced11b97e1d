import { formatCalendarDate } from '#domain/calendar-date.ts';
import { formatClockTime } from '#domain/clock-time.ts';
import { count, counted } from '#domain/counted.ts';
import {
  QUEUE_TAB_LABELS,
  type QueueColumn,
  type QueueDate,
  type QueueFilter,
  type QueueTab,
  queueStatuses,
} from '#domain/order-queue.ts';
import { DETAILED_FACTS } from '#domain/status.ts';
import type { QueueItem, QueueView } from './view.ts';

export const DATE_LABELS: Record<QueueDate, string> = {
  nextOn: 'Next date (FOC, else EPD)',
  focOn: 'FOC date',
  estimatedOn: 'Estimated date (EPD)',
  submittedOn: 'Submission date',
  createdOn: 'Creation date',
};

/** What a sort puts first, one way round and the other. */
export const SORT_WORDS: Record<QueueColumn, readonly [ascending: string, descending: string]> = {
  since: ['Oldest first', 'Newest first'],
  nextOn: ['Next date, earliest first', 'Next date, latest first'],
  detailedStatus: ['Status, first steps first', 'Status, last steps first'],
  partner: ['Partner, A to Z', 'Partner, Z to A'],
  company: ['Company, A to Z', 'Company, Z to A'],
  numbers: ['Fewest numbers first', 'Most numbers first'],
  order: ['Order, lowest first', 'Order, highest first'],
  request: ['Request, lowest first', 'Request, highest first'],
  caseNumber: ['Case, lowest first', 'Case, highest first'],
  replied: ['Replies, longest waiting first', 'Replies, newest first'],
  changed: ['Last change, longest ago first', 'Last change, latest first'],
};

/** Whether anything narrows a tab. */
export function narrows(filter: QueueFilter): boolean {
  return filterWords(filter).length > 0;
}

/** The filters in words, without the tab; `partner` is the name of the partner that is asked for. */
export function filterWords(filter: QueueFilter, partner: string | null = filter.partner): string[] {
  const { accountId, statuses, detailed, type, dates, age, text } = filter;
  const words: string[] = [];
  if (partner) words.push(`partner ${partner}`);
  if (accountId) words.push(`account ${accountId}`);
  if (statuses.length + detailed.length > 0) {
    const labels = queueStatuses({ tab: 'all', statuses, detailed }).map(
      (each) => DETAILED_FACTS[each].label,
    );
    words.push(labels.length > 3 ? `${labels.length} detailed statuses` : labels.join(' or '));
  }
  if (type) words.push(type);
  if (dates) {
    const from = dates.from && `from ${formatCalendarDate(dates.from)}`;
    const to = dates.to && `to ${formatCalendarDate(dates.to)}`;
    words.push([DATE_LABELS[dates.field], from, to].filter(Boolean).join(' '));
  }
  if (age) words.push(`in its status for ${counted(age, 'business day')} or more`);
  if (text) words.push(`“${text}”`);
  return words;
}

/** `Orders 51–100 of 1,240`; where the place was not counted, how many there are. */
export function placeWords({ before, items, counts, more, request }: QueueView): string {
  if (items.length === 0) return 'No orders';
  const { tab } = request.filter;
  const all =
    more && tab === 'all' ? `more than ${counted(counts.all, 'order')}` : counted(counts[tab], 'order');
  return before === null
    ? `${count(items.length)} of ${all}`
    : `${count(before + 1)}–${count(before + items.length)} of ${all}`;
}

/** How many orders a tab holds: `1,240`, or `20,000+` where not all were counted. */
export function tabCount({ counts, more }: Pick<QueueView, 'counts' | 'more'>, tab: QueueTab): string {
  return more && tab === 'all' ? `${count(counts.all)}+` : count(counts[tab]);
}

/** What the list is, for its caption. */
export function captionOf({ request, partners }: QueueView): string {
  const { filter, sort } = request;
  const partner = partners.find(({ slug }) => slug === filter.partner)?.name ?? filter.partner;
  const sorted = SORT_WORDS[sort.column][sort.descending ? 1 : 0].toLowerCase();
  return [`Orders: ${QUEUE_TAB_LABELS[filter.tab]}`, ...filterWords(filter, partner), sorted].join(', ');
}

/** The next date of an order as `FOC 30 Nov 2026` and, below it, its time or how late it is. */
export function nextDateWords(item: QueueItem, today: string): { date: string; more: string | null } {
  if (item.nextOn === null) return { date: '', more: null };
  const name = item.focOn === item.nextOn ? 'FOC' : 'EPD';
  const day = item.nextOn === today ? 'today' : formatCalendarDate(item.nextOn);
  const time = name === 'FOC' && item.focTime ? formatClockTime(item.focTime) : null;
  const late = item.late === null ? null : item.late === 0 ? 'late' : `${item.late} d late`;
  return { date: `${name} ${day}`, more: late ?? time };
}
