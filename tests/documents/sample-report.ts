import type { ReportFacts, ReportWriter, RowBatch } from '#documents/report-document.ts';
import { COLUMNS, type ReportColumn } from '#domain/columns.ts';
import { DETAILED_FACTS, DETAILED_STATUSES, type DetailedStatus, STATUSES } from '#domain/status.ts';

export type Row = readonly (string | null)[];

/** All columns, the computed one too. */
export const ALL_COLUMNS: readonly ReportColumn[] = COLUMNS;

/** Texts that documents are known to break on. */
export const AWKWARD_TEXTS: readonly string[] = [
  'Smith, Jones "and" Co',
  'two\nlines\r\nthree',
  'tab\there',
  'שלום עולם',
  'مرحبا',
  '🍕👩‍👩‍👧 pizza',
  'N'.repeat(200),
  'a longer name of words '.repeat(9),
  '=1+1',
  '+SUM(A1)',
  '-2',
  '@cmd',
  '<b>bold</b>',
  'a]]>b &amp; &#65;',
  'bell\u0007 and unit\u001f',
  '0012345',
  '1E5',
  '_x0041_ stays',
  ' outer blanks ',
  'Ωμέγα Ελλάς',
  'Živá Łódź Ærø',
  'Живая вода',
  'Adé\u0301bá\u0301yọ\u0300',
  '',
];

/** A row of the columns asked for, believable in every kind, with what is given put in place. */
export function sampleRow(i: number, given: Partial<Record<string, string | null>> = {}): Row {
  const detailed = given.detailedStatus ?? DETAILED_STATUSES[i % DETAILED_STATUSES.length] ?? 'submitted';
  const day = `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  const values: Record<string, string | null> = {
    phone: `+1415555${String(i % 10_000).padStart(4, '0')}`,
    submittedOn: i % 3 === 0 ? null : day,
    caseNumber: String(4_000_000 + i),
    requestId: `00${500_000 + i}`,
    estimatedOn: day,
    focOn: i % 2 === 0 ? day : null,
    focTime: i % 2 === 0 ? '13:30:00' : null,
    priority: i % 5 === 0 ? 'expedite' : 'standard',
    status: DETAILED_FACTS[detailed as DetailedStatus].status,
    detailedStatus: detailed,
    username: `user${i % 50}`,
    company: `Company ${i % 40}`,
    accountId: '7003601',
    location: null,
    coordinator: i % 4 === 0 ? 'Dana Whitfield' : null,
    createdOn: '2026-03-08',
    requestedOn: null,
    approvedOn: null,
    rejectReason: null,
    readyToAssign: i % 2 === 0 ? 't' : 'f',
    notReadyBecause: i % 2 === 0 ? null : 'tentative',
    ...given,
  };
  return ALL_COLUMNS.map((column) => values[column.key] ?? null);
}

/** So many rows; the awkward texts take their turn in the free-text columns. */
export function awkwardRows(): Row[] {
  return AWKWARD_TEXTS.map((text, i) => sampleRow(i, { company: text, rejectReason: text, location: text }));
}

export function factsOf(rows: readonly Row[], changes: Partial<ReportFacts> = {}): ReportFacts {
  const at = ALL_COLUMNS.findIndex((column) => column.key === 'status');
  return {
    title: 'Partner Number Porting Report',
    confidentiality: 'Confidential: for Fish & Sons’ authorized contacts only',
    partner: 'Fish & Sons <Telecom>',
    madeBy: { name: 'Dana "D" Whitfield & Co', email: 'dana@fish.example' },
    asOf: new Date('2026-11-23T17:42:00Z'),
    parameters: ['Status: Waiting for You', 'Account: 7003601 Smith & Jones'],
    rows: rows.length,
    counts: Object.fromEntries(
      STATUSES.map((status) => [status, rows.filter((row) => row[at] === status).length]),
    ) as ReportFacts['counts'],
    language: 'en',
    ...changes,
  };
}

/** Rows in batches, with note of how many were asked for and whether the iteration was ended. */
export class WatchedRows implements AsyncIterable<RowBatch> {
  taken = 0;
  ended = false;
  readonly #rows: readonly Row[];
  readonly #size: number;
  readonly #failAfter: number;

  constructor(rows: readonly Row[], { size = 7, failAfter = Number.POSITIVE_INFINITY } = {}) {
    this.#rows = rows;
    this.#size = size;
    this.#failAfter = failAfter;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RowBatch> {
    try {
      for (let i = 0; i < this.#rows.length; i += this.#size) {
        if (i >= this.#failAfter) throw new Error('the database is gone');
        this.taken = Math.min(this.#rows.length, i + this.#size);
        yield this.#rows.slice(i, i + this.#size);
      }
    } finally {
      this.ended = true;
    }
  }
}

/** Writes a whole document into memory. */
export async function written(
  write: ReportWriter,
  rows: readonly Row[],
  { facts = factsOf(rows), columns = ALL_COLUMNS, size = 7 } = {},
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const source = new WatchedRows(rows, { size });
  for await (const chunk of write(facts, columns, source, new AbortController().signal)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
