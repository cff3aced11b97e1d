import path from 'node:path';
import { cellText } from '#domain/import/cell.ts';
import { HEADER_WITHIN, isHeader } from '#domain/import/header.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import type { FileRecord, Table } from './table.ts';
import { damaged, XlsxPackage } from './xlsx-package.ts';
import { readSheet } from './xlsx-sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './xlsx-workbook.ts';

/**
 * Opens an XLSX file: the visible sheets that hold the report, one after the other when it goes on over several with the
 * same header, else the first. Throws ImportImpossible when it is no workbook, or the headers of its sheets differ.
 */
export async function openXlsx(file: string, mostBytes?: number): Promise<Table> {
  let xlsx: XlsxPackage | undefined;
  try {
    xlsx = await XlsxPackage.open(file, mostBytes);
    const workbook = await readWorkbook(xlsx);
    const sheets = workbook && (await chooseSheets(xlsx, workbook));
    if (!workbook || !sheets?.length) {
      throw new ImportImpossible(`${path.basename(file)} is not an Excel workbook with a visible sheet.`);
    }
    return {
      records: () => readRecords(file, sheets, workbook.strings, mostBytes),
      delimiter: ',',
      bom: true,
      dates1904: workbook.dates1904,
    };
  } catch (error) {
    throw damaged(file, error);
  } finally {
    xlsx?.close();
  }
}

/** A sheet and the number of the row that holds its header, if one does. */
type ChosenSheet = { sheet: Sheet; headerRow: number };

async function* readRecords(
  file: string,
  sheets: readonly ChosenSheet[],
  strings: readonly string[],
  mostBytes: number | undefined,
): AsyncGenerator<FileRecord, void, undefined> {
  let xlsx: XlsxPackage | undefined;
  try {
    xlsx = await XlsxPackage.open(file, mostBytes);
    // Rows are numbered as the sheet numbers them; a second sheet goes on after the last row of the first.
    let before = 0;
    for (const [i, { sheet, headerRow }] of sheets.entries()) {
      let last = 0;
      for await (const { number, cells } of readSheet(xlsx, sheet.file, strings)) {
        last = number;
        if (i === 0 || number > headerRow) yield { number: before + number, cells };
      }
      before += last;
    }
  } catch (error) {
    throw damaged(file, error);
  } finally {
    xlsx?.close();
  }
}

async function chooseSheets(xlsx: XlsxPackage, { sheets, strings }: Workbook): Promise<ChosenSheet[]> {
  const [first] = sheets;
  const found: (ChosenSheet & { header: string })[] = [];
  for (const sheet of sheets) {
    const header = await findHeader(readSheet(xlsx, sheet.file, strings));
    if (header) found.push({ sheet, headerRow: header.number, header: JSON.stringify(header.cells) });
  }
  const other = found.find(({ header }) => header !== found[0]?.header);
  if (other) {
    throw new ImportImpossible(
      `The sheets "${found[0]?.sheet.name}" and "${other.sheet.name}" both hold a report, with other columns: keep one of them.`,
    );
  }
  if (found.length > 0) return found;
  return first ? [{ sheet: first, headerRow: 0 }] : [];
}

async function findHeader(records: AsyncIterable<FileRecord>): Promise<FileRecord | null> {
  let seen = 0;
  for await (const record of records) {
    if (isHeader(record.cells.map((cell) => cellText(cell, null, false)))) return record;
    seen += 1;
    if (seen === HEADER_WITHIN) return null;
  }
  return null;
}
