import { FIELDS, type ReportColumn } from '#domain/columns.ts';
import { paperFor } from './look.ts';

/** A kind of file that the report is exported as, with what one is like before it is written. No writer: see writers.ts. */
export type Format = {
  label: string;
  extension: string;
  contentType: string;
  /** As measured with all 19 columns on two cores; see the benchmarks. */
  bytesARow: number;
  rowsASecond: number;
  /** Whether it is cut into pages. */
  paged: boolean;
};

/** Every kind of file, by the name that addresses call it, in the order in which they are offered. */
export const FORMATS = {
  docx: {
    label: 'Word',
    extension: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytesARow: 64,
    rowsASecond: 30_000,
    paged: true,
  },
  xlsx: {
    label: 'Excel',
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytesARow: 71,
    rowsASecond: 100_000,
    paged: false,
  },
  pdf: {
    label: 'PDF',
    extension: 'pdf',
    contentType: 'application/pdf',
    bytesARow: 164,
    rowsASecond: 20_000,
    paged: true,
  },
  csv: {
    label: 'CSV for Excel',
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    bytesARow: 170,
    rowsASecond: 200_000,
    paged: false,
  },
  'csv-strict': {
    label: 'CSV, values untouched',
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    bytesARow: 168,
    rowsASecond: 200_000,
    paged: false,
  },
  ndjson: {
    label: 'JSON lines',
    extension: 'ndjson',
    contentType: 'application/x-ndjson',
    bytesARow: 436,
    rowsASecond: 100_000,
    paged: false,
  },
  xml: {
    label: 'XML',
    extension: 'xml',
    contentType: 'application/xml',
    bytesARow: 609,
    rowsASecond: 100_000,
    paged: false,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

/** Their names, in the order in which they are offered. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** Reads the name of a format in any case; null when there is no such format. */
export function parseFormat(text: string): FormatName | null {
  const name = text.trim().toLowerCase();
  return Object.hasOwn(FORMATS, name) ? (name as FormatName) : null;
}

/** About how large a file will be, how long it takes, and how many pages it has where it has any. */
export function expectedFile(
  name: FormatName,
  rows: number,
  columns: readonly ReportColumn[],
): { bytes: number; seconds: number; pages: number | null } {
  const format = FORMATS[name];
  const share = columns.length / FIELDS.length;
  return {
    bytes: Math.round(rows * format.bytesARow * share),
    seconds: Math.round((rows / format.rowsASecond) * share),
    pages: format.paged
      ? Math.max(1, Math.ceil((rows * linesOf(columns)) / LINES_A_PAGE[paperFor(columns).name]))
      : null,
  };
}

/** Lines of a row: one, but for the column whose sentences wrap where a number is not ready. Long texts make it more. */
function linesOf(columns: readonly ReportColumn[]): number {
  return columns.some(({ key }) => key === 'notReadyBecause') ? 1.3 : 1;
}

const LINES_A_PAGE = { letter: 35, legal: 35, tabloid: 47 } as const;
