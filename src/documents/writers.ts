import type { FileColumn } from '#domain/columns.ts';
import type { FormatName } from './formats.ts';
import type { ReportWriter } from './report-document.ts';

/** Turns CSV records without header, as COPY writes them, into the bytes of a file, no faster than they are read. */
export type RecordsWriter = (
  columns: readonly FileColumn[],
  records: AsyncIterable<Uint8Array>,
  onRows?: (written: number) => void,
) => AsyncIterable<Uint8Array>;

/**
 * How a file is written: from rows, or from CSV records with cells of a style that go through almost as they come.
 * Loaded when first needed: the libraries of documents are large.
 */
export type FileWriter =
  | { from: 'rows'; load: () => Promise<ReportWriter> }
  | { from: 'records'; style: 'spreadsheet' | 'strict'; load: () => Promise<RecordsWriter> };

export const WRITERS: Record<FormatName, FileWriter> = {
  docx: { from: 'rows', load: async () => (await import('./docx/write-docx.ts')).writeDocx },
  xlsx: { from: 'rows', load: async () => (await import('./xlsx/write-xlsx.ts')).writeXlsx },
  pdf: { from: 'rows', load: async () => (await import('./pdf/write-pdf.ts')).writePdf },
  csv: {
    from: 'records',
    style: 'spreadsheet',
    load: async () => (await import('./csv/write-csv.ts')).writeCsv,
  },
  'csv-strict': {
    from: 'records',
    style: 'strict',
    load: async () => (await import('./csv/write-csv.ts')).writeStrictCsv,
  },
  ndjson: { from: 'rows', load: async () => (await import('./ndjson/write-ndjson.ts')).writeNdjson },
  xml: { from: 'rows', load: async () => (await import('./xml/write-xml.ts')).writeXml },
};
