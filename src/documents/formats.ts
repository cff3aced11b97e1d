import type { ReportColumn } from '#domain/columns.ts';
import { writeCsv } from './csv/write-csv.ts';

/** A kind of file that the report is exported as. */
export type Format = {
  extension: string;
  contentType: string;
  /** Turns the records of the database's COPY into the bytes of the file, no faster than they are read. */
  write: (columns: readonly ReportColumn[], records: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
};

/** Every kind of file, by the name that addresses call it. */
export const FORMATS = {
  csv: { extension: 'csv', contentType: 'text/csv; charset=utf-8; header=present', write: writeCsv },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

/** Reads the name of a format in any case; null when there is no such format. */
export function parseFormat(text: string): FormatName | null {
  const name = text.trim().toLowerCase();
  return Object.hasOwn(FORMATS, name) ? (name as FormatName) : null;
}
