import path from 'node:path';
import { cellText } from '#domain/import/cell.ts';
import { HEADER_WITHIN, isHeader } from '#domain/import/header.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import type { FileRecord, Table } from './table.ts';
import { damaged, XlsxPackage } from './xlsx-package.ts';
import { readSheet } from './xlsx-sheet.ts';
import { readWorkbook, type Workbook } from './xlsx-workbook.ts';

/** Opens an XLSX file: the first visible sheet that holds the report, else the first. Throws ImportImpossible when it is none. */
export async function openXlsx(file: string): Promise<Table> {
  let xlsx: XlsxPackage | undefined;
  try {
    xlsx = await XlsxPackage.open(file);
    const workbook = await readWorkbook(xlsx);
    const sheet = workbook && (await chooseSheet(xlsx, workbook));
    if (!workbook || !sheet) {
      throw new ImportImpossible(`${path.basename(file)} is not an Excel workbook with a visible sheet.`);
    }
    return {
      records: () => readRecords(file, sheet, workbook.strings),
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

async function* readRecords(
  file: string,
  sheet: string,
  strings: readonly string[],
): AsyncGenerator<FileRecord, void, undefined> {
  let xlsx: XlsxPackage | undefined;
  try {
    xlsx = await XlsxPackage.open(file);
    yield* readSheet(xlsx, sheet, strings);
  } catch (error) {
    throw damaged(file, error);
  } finally {
    xlsx?.close();
  }
}

async function chooseSheet(xlsx: XlsxPackage, { sheets, strings }: Workbook): Promise<string | undefined> {
  for (const sheet of sheets) {
    if (await hasHeader(readSheet(xlsx, sheet, strings))) return sheet;
  }
  return sheets[0];
}

async function hasHeader(records: AsyncIterable<FileRecord>): Promise<boolean> {
  let seen = 0;
  for await (const { cells } of records) {
    if (isHeader(cells.map((cell) => cellText(cell, null, false)))) return true;
    seen += 1;
    if (seen === HEADER_WITHIN) return false;
  }
  return false;
}
