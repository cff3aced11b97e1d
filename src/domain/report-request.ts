import type { CalendarDate } from './calendar-date.ts';
import { COLUMNS, type ColumnKey } from './columns.ts';
import type { NotReady } from './ready-to-assign.ts';
import type { ReportRow } from './report-row.ts';
import type { DetailedStatus, NumberType, Status } from './status.ts';

/** What narrows the report: the parameters. Empty lists and nulls mean "all". */
export type ReportFilters = {
  accountId: string | null;
  statuses: readonly Status[];
  details: readonly DetailedStatus[];
  type: NumberType | null;
  ready: boolean | null;
  date: DateRange | null;
};

/** Both ends count; an open end is null. Rows without the date are outside every range. */
export type DateRange = { field: ColumnKey; from: CalendarDate | null; to: CalendarDate | null };

/** Null: newest order first, then request, order, phone number. Any other sort falls back on it among equals. */
export type ReportSort = { key: ColumnKey; direction: 'asc' | 'desc' };

export const PAGE_SIZES = [25, 50, 100, 200] as const;
export type PageSize = (typeof PAGE_SIZES)[number];
export const DEFAULT_PAGE_SIZE: PageSize = 50;

/** One page of the report as it is asked for. With `find` and `match`, the page is the one that holds that match. */
export type ReportRequest = ReportFilters & {
  sort: ReportSort | null;
  /** From 1; beyond the end means the end. */
  page: number;
  size: PageSize;
  find: string | null;
  /** From 1; which match to jump to. */
  match: number | null;
};

export const NO_FILTERS: ReportFilters = {
  accountId: null,
  statuses: [],
  details: [],
  type: null,
  ready: null,
  date: null,
};

export const FIRST_PAGE: ReportRequest = {
  ...NO_FILTERS,
  sort: null,
  page: 1,
  size: DEFAULT_PAGE_SIZE,
  find: null,
  match: null,
};

/** The keys of the columns that are dates, in the order of the list. */
export const DATE_KEYS: readonly ColumnKey[] = COLUMNS.filter((c) => c.kind === 'date').map((c) => c.key);

/** One page of the report as it is answered. */
export type ReportPage = {
  /** When the snapshot was taken. */
  asOf: Date;
  /** Rows under all filters, and how they are cut into pages. */
  total: number;
  page: number;
  pages: number;
  /** Numbers in each status under the filters without the status itself; ready to assign without status and ready. */
  counts: Record<Status, number>;
  ready: number;
  rows: ReportPageRow[];
  found: Found | null;
};

export type ReportPageRow = ReportRow & {
  orderId: number;
  tollFree: boolean;
  readyToAssign: boolean;
  notReadyBecause: NotReady | null;
};

/** Matches are rows: a row that holds the text in two cells is one match. `before` counts those ahead of this page. */
export type Found = { total: number; before: number; current: number | null };
