import { parseCalendarDate } from '#domain/calendar-date.ts';
import {
  QUEUE_COLUMNS,
  QUEUE_DATES,
  QUEUE_ORDER,
  QUEUE_TABS,
  type QueueColumn,
  type QueueCursor,
  type QueueFilter,
  type QueuePosition,
  type QueueRequest,
  type QueueSort,
} from '#domain/order-queue.ts';
import { parseDetailedStatus, parseStatus } from '#domain/status.ts';
import { DESK_PATH } from '../order/url.ts';

/** A value of the address that cannot be read: named on the page while the rest applies. */
export type UrlProblem = { name: string; value: string; because: string };

/** What the desk shows when nothing is asked for. */
export const NO_FILTER: QueueFilter = {
  tab: 'needs-us',
  partner: null,
  accountId: null,
  statuses: [],
  detailed: [],
  type: null,
  dates: null,
  age: null,
  text: null,
};

/** Reads the address of the desk. Never throws; what cannot be read is a problem, never silently "all". */
export function parseQueueUrl(params: URLSearchParams): { request: QueueRequest; problems: UrlProblem[] } {
  const problems: UrlProblem[] = [];
  const read: Read = (name, parse, because) =>
    params.getAll(name).flatMap((value) => {
      if (value.trim() === '') return [];
      const parsed = parse(value.trim());
      if (parsed === null) problems.push({ name, value, because });
      return parsed === null ? [] : [parsed];
    });
  const one: One = (name, parse, because) => {
    const [first, ...others] = read(name, parse, because);
    if (others.length > 0) {
      const value = params.getAll(name).slice(1).join(', ');
      problems.push({ name, value, because: 'was left out; one value can be given' });
    }
    return first ?? null;
  };
  for (const name of new Set(params.keys())) {
    if (NAMES.has(name)) continue;
    problems.push({
      name,
      value: params.get(name) ?? '',
      because: 'is for a name that the desk does not know',
    });
  }
  const filter: QueueFilter = {
    tab: one('tab', oneOf(QUEUE_TABS), 'is no tab of the desk') ?? NO_FILTER.tab,
    partner: one('partner', text, UNREADABLE),
    accountId: one('account', text, UNREADABLE),
    statuses: [...new Set(read('status', parseStatus, 'is not a status'))],
    detailed: [...new Set(read('detail', parseDetailedStatus, 'is not a detailed status'))],
    type: one('type', oneOf(['local', 'toll-free']), 'is neither local nor toll-free'),
    dates: dateRange(one, problems),
    age: one('age', age, 'is no number of business days; choose 1 to 999'),
    text: one('find', text, UNREADABLE),
  };
  const sort = one('sort', parseSort, 'is not a column to sort by') ?? QUEUE_ORDER;
  return { request: { filter, sort, position: readPosition(params, sort, problems) }, problems };
}

/** The address of what is asked for: only what differs from the defaults, always in the same order. */
export function queueUrl({ filter, sort, position }: QueueRequest): string {
  const params = new URLSearchParams();
  if (filter.tab !== NO_FILTER.tab) params.set('tab', filter.tab);
  if (filter.partner) params.set('partner', filter.partner);
  if (filter.accountId) params.set('account', filter.accountId);
  for (const status of filter.statuses) params.append('status', status);
  for (const detail of filter.detailed) params.append('detail', detail);
  if (filter.type) params.set('type', filter.type);
  if (filter.dates) {
    params.set('date', filter.dates.field);
    if (filter.dates.from) params.set('from', filter.dates.from);
    if (filter.dates.to) params.set('to', filter.dates.to);
  }
  if (filter.age) params.set('age', String(filter.age));
  if (filter.text) params.set('find', filter.text);
  if (sort.column !== QUEUE_ORDER.column || sort.descending !== QUEUE_ORDER.descending) {
    params.set('sort', `${sort.descending ? '-' : ''}${sort.column}`);
  }
  writePosition(params, position);
  const query = params.toString();
  return query ? `${DESK_PATH}?${query}` : DESK_PATH;
}

type Read = <T>(name: string, parse: (text: string) => T | null, because: string) => T[];
type One = <T>(name: string, parse: (text: string) => T | null, because: string) => T | null;

const NAMES: ReadonlySet<string> = new Set([
  ...['tab', 'partner', 'account', 'status', 'detail', 'type', 'date', 'from', 'to', 'age', 'find'],
  ...['sort', 'after', 'before', 'key', 'at'],
]);

const UNREADABLE = 'holds a character that no value has';

function dateRange(one: One, problems: UrlProblem[]): QueueFilter['dates'] {
  const field = one('date', oneOf(QUEUE_DATES), 'is not a date of the desk');
  const from = one('from', parseCalendarDate, 'is not a date; write it as 2026-11-24');
  const to = one('to', parseCalendarDate, 'is not a date; write it as 2026-11-24');
  if (!from && !to) return null;
  if (from && to && from > to) {
    problems.push({ name: 'from', value: from, because: `is later than ${to}, so the dates were left out` });
    return null;
  }
  if (field) return { field, from, to };
  const value = [from, to].filter(Boolean).join(' to ');
  problems.push({ name: 'date', value, because: 'needs the name of the date it is about' });
  return null;
}

function writePosition(params: URLSearchParams, position: QueuePosition): void {
  if (position === 'last') params.set('at', 'last');
  if (position === null || position === 'last') return;
  const [name, cursor] = 'after' in position ? ['after', position.after] : ['before', position.before];
  params.set(name, String(cursor.orderId));
  if (cursor.key !== null) params.set('key', cursor.key);
}

function readPosition(params: URLSearchParams, sort: QueueSort, problems: UrlProblem[]): QueuePosition {
  if (params.get('at') === 'last') return 'last';
  const name = params.has('after') ? 'after' : 'before';
  const place = params.get(name);
  if (!place) return null;
  const cursor = parseCursor(place, params.get('key'), sort.column);
  if (cursor) return name === 'after' ? { after: cursor } : { before: cursor };
  problems.push({ name, value: place, because: 'is no place in this list, so it begins at its beginning' });
  return null;
}

function parseCursor(place: string, key: string | null, column: QueueColumn): QueueCursor | null {
  if (!/^[1-9]\d{0,14}$/.test(place)) return null;
  if (key === null ? !BLANKABLE.has(column) : !KEYS[column](key)) return null;
  return { key, orderId: Number(place) };
}

const BLANKABLE: ReadonlySet<QueueColumn> = new Set(['caseNumber', 'company', 'nextOn', 'replied']);

const isNumber = (key: string) => /^\d{1,18}$/.test(key);
const isMoment = (key: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(key) && !Number.isNaN(Date.parse(key));
const isText = (key: string) => text(key) !== null && key.length <= 4000;

/** What the values that a column is sorted by look like. */
const KEYS: Record<QueueColumn, (key: string) => boolean> = {
  order: isNumber,
  request: isNumber,
  numbers: (key) => isNumber(key) && Number(key) < 2 ** 31,
  since: isMoment,
  changed: isMoment,
  replied: isMoment,
  nextOn: (key) => parseCalendarDate(key) !== null,
  detailedStatus: (key) => parseDetailedStatus(key) === key,
  partner: isText,
  company: isText,
  caseNumber: isText,
};

/** Any text that Postgres can hold, up to 200 characters. */
function text(given: string): string | null {
  return given.includes('\0') ? null : given.trim().slice(0, 200);
}

function age(given: string): number | null {
  return /^[1-9]\d{0,2}$/.test(given) ? Number(given) : null;
}

function parseSort(given: string): QueueSort | null {
  const column = oneOf(QUEUE_COLUMNS)(given.replace(/^-/, ''));
  return column && { column, descending: given.startsWith('-') };
}

function oneOf<T extends string>(values: readonly T[]): (given: string) => T | null {
  return (given) => values.find((value) => value.toLowerCase() === given.toLowerCase()) ?? null;
}
