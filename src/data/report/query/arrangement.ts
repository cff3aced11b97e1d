import type { Needle } from '#domain/find.ts';
import type { ReportFilters, ReportPageRow } from '#domain/report-request.ts';
import type { Query } from '../../tenant.ts';
import type { Span, Stretch } from './stretch.ts';

/** What the statements about one report share: in whose transaction, whose report, narrowed by what. */
export type Report = { query: Query; partnerId: number; filters: ReportFilters };

/** What is placed in the report: an order with all its rows, or a single row. */
export type Placed = {
  orderId: number;
  /** Set when it is a single row. */
  phone?: string;
  /** Its rows, and how many lie before them. */
  rows: number;
  start: number;
  /** The rows of it that hold what is looked for, and how many before them do. */
  matches: number;
  matchStart: number;
};

/** A report in one order of its rows, read in parts: never by an offset over joined rows. */
export type Arrangement = {
  /** The first rows, where they can be had without counting. */
  first?: (size: number) => Promise<ReportPageRow[]>;
  /** How the report is cut into stretches, in its order. */
  stretches: () => Promise<Stretch[]>;
  /** All stretches with their rows and matches, in its order; for a whole phone number those that could match, alone. */
  matches: (needle: Needle) => Promise<Stretch[]>;
  /** What of a span holds the rows `from` up to, without, `to`. */
  place: (span: Span, from: number, to: number, needle: Needle | null) => Promise<Placed[]>;
  /** The rows of what was placed, without the first `skip`, at most `size`. */
  rows: (placed: readonly Placed[], skip: number, size: number) => Promise<ReportPageRow[]>;
};
