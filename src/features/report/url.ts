import { parseCalendarDate } from '#domain/calendar-date.ts';
import { type ColumnKey, isColumnKey } from '#domain/columns.ts';
import {
  DATE_KEYS,
  type DateRange,
  FIRST_PAGE,
  PAGE_SIZES,
  type PageSize,
  type ReportRequest,
  type ReportSort,
} from '#domain/report-request.ts';
import { type DetailedStatus, parseDetailedStatus, parseStatus, type Status } from '#domain/status.ts';
import { parseRowAddress, type RowRef, rowAddress } from './row-ref.ts';

export const REPORT_PATH = '/reports/business-intelligence/number-porting';

/** A value of the address that cannot be read: named on the page while the rest applies. */
export type UrlProblem = { name: string; value: string; because: string };

/** Percent from 50 to 200, or what the sheet is fitted to: the width of the window or the whole page. */
export type Zoom = number | 'width' | 'page';

/**
 * What the address of the report page says. `partner` is the slug that staff chose; `zoom` null means as remembered; `row` is
 * the one whose story is open.
 */
export type ReportUrl = {
  request: ReportRequest;
  partner: string | null;
  zoom: Zoom | null;
  row: RowRef | null;
  /** The set-up of an account that the report was opened from, and can go back to. */
  setup?: number;
};

/** Reads the address of the report or of its export. Never throws; what cannot be read is a problem, never silently "all". */
export function parseReportUrl(params: URLSearchParams): { url: ReportUrl; problems: UrlProblem[] } {
  const problems: UrlProblem[] = [];
  const read = <T>(name: string, parse: (text: string) => T | null, because: string): T[] =>
    params.getAll(name).flatMap((value) => {
      if (value.trim() === '') return [];
      const parsed = parse(value);
      if (parsed === null) problems.push({ name, value, because });
      return parsed === null ? [] : [parsed];
    });
  const one = <T>(name: string, parse: (text: string) => T | null, because: string): T | null => {
    const [first, ...others] = read(name, parse, because);
    if (others.length > 0) {
      const value = params.getAll(name).slice(1).join(', ');
      problems.push({ name, value, because: 'was left out; one value can be given' });
    }
    return first ?? null;
  };
  for (const name of new Set(params.keys())) {
    if (!NAMES.has(name)) {
      problems.push({
        name,
        value: params.get(name) ?? '',
        because: 'is for a name that this report does not know',
      });
    }
  }

  const request: ReportRequest = {
    ...FIRST_PAGE,
    accountId: one('account', parseText, UNREADABLE),
    statuses: unique(read('status', parseStatus, 'is not a status of this report')),
    details: unique(read('detail', parseDetailedStatus, 'is not a detailed status of this report')),
    type: one(
      'type',
      (text) => oneOf(['local', 'toll-free'] as const, text),
      'is neither local nor toll-free',
    ),
    ready: one('ready', (text) => flag(text), 'is neither yes nor no'),
    date: dateRange(one, problems),
    sort: one('sort', parseSort, 'is not a column to sort by'),
    page: one('page', positive, 'is not a page number') ?? 1,
    size: one('size', pageSize, `is not a page size; choose ${PAGE_SIZES.join(', ')}`) ?? FIRST_PAGE.size,
    find: one('find', parseText, UNREADABLE),
    match: one('match', positive, 'is not the number of a match'),
  };
  const zoom = one('zoom', parseZoom, 'is not a zoom; choose 50 to 200, width or page');
  const partner = one('partner', parseText, UNREADABLE);
  const row = one('row', parseRowAddress, 'is not a row; write it as 512353-4155550140');
  const setup = one('setup', positive, 'is not a set-up');
  return { url: { request, partner, zoom, row, ...(setup !== null && { setup }) }, problems };
}

/** The address of what is asked for: only what differs from the defaults, always in the same order. */
export function reportUrl(
  url: Omit<ReportUrl, 'row'> & Partial<ReportUrl>,
  path: string = REPORT_PATH,
): string {
  const { request, partner, zoom, row, setup } = url;
  const params = new URLSearchParams();
  if (partner) params.set('partner', partner);
  if (request.accountId) params.set('account', request.accountId);
  for (const status of request.statuses) params.append('status', status);
  for (const detail of request.details) params.append('detail', detail);
  if (request.type) params.set('type', request.type);
  if (request.ready !== null) params.set('ready', request.ready ? 'yes' : 'no');
  if (request.date) {
    params.set('date', request.date.field);
    if (request.date.from) params.set('from', request.date.from);
    if (request.date.to) params.set('to', request.date.to);
  }
  if (request.sort) params.set('sort', `${request.sort.direction === 'desc' ? '-' : ''}${request.sort.key}`);
  if (request.size !== FIRST_PAGE.size) params.set('size', String(request.size));
  if (request.find) params.set('find', request.find);
  if (request.find && request.match) params.set('match', String(request.match));
  else if (request.page > 1) params.set('page', String(request.page));
  if (zoom) params.set('zoom', String(zoom));
  if (row) params.set('row', rowAddress(row));
  if (setup) params.set('setup', String(setup));
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

/** Every name that the address of the page or of its export may use. */
const NAMES: ReadonlySet<string> = new Set([
  ...['partner', 'account', 'status', 'detail', 'type', 'ready', 'date', 'from', 'to'],
  ...['sort', 'page', 'size', 'find', 'match', 'zoom', 'row', 'setup'],
  ...['format', 'columns', 'export', 'disposition'],
]);

type One = <T>(name: string, parse: (text: string) => T | null, because: string) => T | null;

function dateRange(one: One, problems: UrlProblem[]): DateRange | null {
  const field = one('date', parseDateKey, 'is not a date of this report');
  const from = one('from', parseCalendarDate, 'is not a date; write it as 2026-11-24');
  const to = one('to', parseCalendarDate, 'is not a date; write it as 2026-11-24');
  if (!from && !to) return null;
  if (from && to && from > to) {
    problems.push({ name: 'from', value: from, because: `is later than ${to}, so the dates were left out` });
    return null;
  }
  if (!field) {
    const value = [from, to].filter(Boolean).join(' to ');
    problems.push({ name: 'date', value, because: 'needs the name of the date it is about' });
    return null;
  }
  return { field, from, to };
}

/** Any text that Postgres can hold, up to 200 characters. */
function parseText(text: string): string | null {
  return text.includes('\0') ? null : text.trim().slice(0, 200);
}

const UNREADABLE = 'holds a character that no value has';

function parseDateKey(text: string): ColumnKey | null {
  return DATE_KEYS.find((key) => key.toLowerCase() === text.trim().toLowerCase()) ?? null;
}

function parseSort(text: string): ReportSort | null {
  const bare = text.trim();
  const key = bare.replace(/^-/, '');
  return isColumnKey(key) ? { key, direction: bare.startsWith('-') ? 'desc' : 'asc' } : null;
}

function positive(text: string): number | null {
  const number = /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
  return number >= 1 && Number.isSafeInteger(number) ? number : null;
}

function pageSize(text: string): PageSize | null {
  return PAGE_SIZES.find((size) => String(size) === text.trim()) ?? null;
}

function parseZoom(text: string): Zoom | null {
  const percent = positive(text.replace('%', ''));
  if (percent !== null) return percent >= 50 && percent <= 200 ? percent : null;
  return oneOf(['width', 'page'] as const, text);
}

function flag(text: string): boolean | null {
  const word = oneOf(['yes', 'no', 'true', 'false', '1', '0'] as const, text);
  return word === null ? null : ['yes', 'true', '1'].includes(word);
}

function oneOf<T extends string>(values: readonly T[], text: string): T | null {
  return values.find((value) => value === text.trim().toLowerCase()) ?? null;
}

function unique<T extends Status | DetailedStatus>(values: T[]): T[] {
  return [...new Set(values)];
}
