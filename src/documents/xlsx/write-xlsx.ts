import type { FileColumn } from '#domain/columns.ts';
import { countedRows } from '../counted-rows.ts';
import type { ReportFacts, RowBatch, RowSource, TableWriter } from '../report-document.ts';
import { utf8Rows } from '../utf8-chunks.ts';
import { type ZipEntry, zipArchive } from '../zip/zip-archive.ts';
import { sheetRowWriter } from './sheet-rows.ts';
import { SHEET_ROWS, type SheetShell, xlsxShell } from './xlsx-shell.ts';

/** zlib's level: measured in the decision record on documents. */
const LEVEL = 1;

/** The report as an Excel workbook: exceljs's shell, rows streamed into its sheets. See ReportWriter. */
export const writeXlsx: TableWriter = xlsxWriter(SHEET_ROWS);

/** A writer of workbooks whose sheets hold so many rows each. */
export function xlsxWriter(sheetRows: number): TableWriter {
  return (facts, columns, rows, signal, onRows) => workbook(facts, columns, rows, signal, onRows, sheetRows);
}

async function* workbook(
  facts: ReportFacts,
  columns: readonly FileColumn[],
  rows: RowSource,
  signal: AbortSignal,
  onRows: ((written: number) => void) | undefined,
  sheetRows: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const shell = await xlsxShell(facts, columns, sheetRows);
  const writeRows = sheetRowWriter(shell, columns);
  const source = new Batches(countedRows(facts, rows, signal, onRows));

  function* entries(): Generator<ZipEntry> {
    yield* shell.files.map(({ name, bytes }) => ({ name, bytes: [bytes] }));
    for (const sheet of shell.sheets) {
      const last = sheet === shell.sheets.at(-1);
      yield { name: sheet.name, bytes: sheetBytes(sheet, source, writeRows, last) };
    }
  }
  try {
    yield* zipArchive(entries(), LEVEL);
  } finally {
    await source.end();
  }
}

async function* sheetBytes(
  sheet: SheetShell,
  source: Batches,
  writeRows: (rows: RowBatch, firstRow: number) => string,
  last: boolean,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(sheet.head);
  let written = 0;
  while (written < sheet.rows) {
    const batch = await source.take(sheet.rows - written);
    if (!batch) break;
    // Row 1 is the header.
    const start = written + 2;
    yield* utf8Rows(batch, (rows, first) => writeRows(rows, start + first));
    written += batch.length;
  }
  // The last sheet asks once more, so that rows beyond those promised are found out.
  if (last) await source.take(1);
  yield Buffer.from(sheet.tail);
}

/** Batches that can be cut where a sheet is full. */
class Batches {
  readonly #rows: AsyncGenerator<RowBatch, void, undefined>;
  #left: RowBatch = [];

  constructor(rows: AsyncGenerator<RowBatch, void, undefined>) {
    this.#rows = rows;
  }

  /** The next rows, at most so many and at least one; null after the last. */
  async take(most: number): Promise<RowBatch | null> {
    while (this.#left.length === 0) {
      const step = await this.#rows.next();
      if (step.done) return null;
      this.#left = step.value;
    }
    const taken = this.#left.slice(0, most);
    this.#left = this.#left.slice(most);
    return taken;
  }

  async end(): Promise<void> {
    await this.#rows.return();
  }
}
