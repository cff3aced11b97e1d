import type { FileColumn, ReportColumn } from '#domain/columns.ts';
import type { Status } from '#domain/status.ts';

/** What a file says of itself: what it holds, for whom, made by whom, when and with which parameters. */
export type ReportFacts = {
  title: string;
  /** One line, such as `Confidential: for Harborlight's authorized contacts only`. */
  confidentiality: string;
  partner: string;
  madeBy: { name: string; email: string };
  /** The instant of the snapshot that rows and counts were read from. */
  asOf: Date;
  /** The parameters in words, one each: `Status: Waiting for You`. Empty: all numbers of the partner. */
  parameters: readonly string[];
  /** Rows of the whole report. A writer that is given fewer or more fails, so that no file belies its facts. */
  rows: number;
  /** Numbers in each status among these rows. */
  counts: Readonly<Record<Status, number>>;
  language: 'en';
};

/**
 * Rows as the database writes them in text format, each in the order of the columns that were chosen: dates
 * `YYYY-MM-DD`, times `HH:MM` or `HH:MM:SS`, enums as slugs, phone numbers in E.164, flags `t` or `f`, null for blank.
 */
export type RowBatch = readonly (readonly (string | null)[])[];

/** Rows, a batch at a time, read no faster than they are written. */
export type RowSource = AsyncIterable<RowBatch>;

/**
 * Writes the report as one document. The bytes come as they are asked for, in memory that does not grow with the rows.
 * Ending the iteration or aborting the signal ends the iteration of the rows. An error in the rows, or a number of rows
 * other than the facts', is thrown before what makes the file whole is written: no part of it opens as a document.
 *
 * @param onRows told after each batch how many rows were written so far.
 */
export type ReportWriter = (
  facts: ReportFacts,
  columns: readonly ReportColumn[],
  rows: RowSource,
  signal: AbortSignal,
  onRows?: (written: number) => void,
) => AsyncIterable<Uint8Array>;

/** A ReportWriter that takes columns which no report has as well. */
export type TableWriter = (
  facts: ReportFacts,
  columns: readonly FileColumn[],
  rows: RowSource,
  signal: AbortSignal,
  onRows?: (written: number) => void,
) => AsyncIterable<Uint8Array>;

/** The rows were other than the facts say: the file would lie about itself. */
export class RowsDisagree extends Error {
  constructor(written: number, promised: number) {
    super(`The report has ${promised} rows, ${written} were read`);
    this.name = 'RowsDisagree';
  }
}
