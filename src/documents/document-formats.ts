import { FIELDS, type ReportColumn } from '#domain/columns.ts';
import { paperFor } from './look.ts';
import type { ReportWriter } from './report-document.ts';

/** A kind of document that is written from rows, with what one is like before it is written. */
export type DocumentFormat = {
  extension: string;
  contentType: string;
  /** Its writer. Loaded when it is first needed: the libraries of documents are large. */
  load: () => Promise<ReportWriter>;
  /** As measured with all 19 columns on two cores; see the benchmarks. */
  bytesARow: number;
  rowsASecond: number;
  /** Whether it is cut into pages. */
  paged: boolean;
};

export const DOCUMENT_FORMATS = {
  xlsx: {
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    load: async () => (await import('./xlsx/write-xlsx.ts')).writeXlsx,
    bytesARow: 71,
    rowsASecond: 100_000,
    paged: false,
  },
  docx: {
    extension: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    load: async () => (await import('./docx/write-docx.ts')).writeDocx,
    bytesARow: 64,
    rowsASecond: 30_000,
    paged: true,
  },
  pdf: {
    extension: 'pdf',
    contentType: 'application/pdf',
    load: async () => (await import('./pdf/write-pdf.ts')).writePdf,
    bytesARow: 164,
    rowsASecond: 20_000,
    paged: true,
  },
  ndjson: {
    extension: 'ndjson',
    contentType: 'application/x-ndjson',
    load: async () => (await import('./ndjson/write-ndjson.ts')).writeNdjson,
    bytesARow: 436,
    rowsASecond: 100_000,
    paged: false,
  },
  xml: {
    extension: 'xml',
    contentType: 'application/xml',
    load: async () => (await import('./xml/write-xml.ts')).writeXml,
    bytesARow: 609,
    rowsASecond: 100_000,
    paged: false,
  },
} as const satisfies Record<string, DocumentFormat>;

/** About how large a document will be, how long it takes, and how many pages it has where it has any. */
export function expectedDocument(
  format: DocumentFormat,
  rows: number,
  columns: readonly ReportColumn[],
): { bytes: number; seconds: number; pages: number | null } {
  const share = columns.length / FIELDS.length;
  return {
    bytes: Math.round(rows * format.bytesARow * share),
    seconds: Math.round((rows / format.rowsASecond) * share),
    pages: format.paged ? Math.max(1, Math.ceil(rows / ROWS_A_PAGE[paperFor(columns).name])) : null,
  };
}

/** Rows of one line on a page; rows that wrap make it more pages. */
const ROWS_A_PAGE = { letter: 35, legal: 35, tabloid: 47 } as const;
