import { type FileHandle, open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Cell } from '#domain/import/cell.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { openCsv } from './csv.ts';
import type { Delimiter } from './csv-options.ts';
import { openXlsx } from './xlsx.ts';

/** One record of a file. Its number counts from 1, the header too; a line break inside a value starts none. */
export type FileRecord = { number: number; cells: readonly Cell[] };

/** A file of records. `records` reads them from the beginning, in constant memory, as often as it is called. */
export type Table = {
  records: () => AsyncGenerator<FileRecord, void, undefined>;
  /** How a file like it is written: comma and a byte order mark for a spreadsheet. */
  delimiter: Delimiter;
  bom: boolean;
  /** Whether a spreadsheet's calendar begins in 1904. */
  dates1904: boolean;
};

/**
 * Opens a CSV or XLSX file; which of the two it is, its first bytes say. Throws ImportImpossible for a file that is not
 * there, empty, or neither; so do its records when they come to something that cannot be read. `mostBytes` is how much a
 * workbook may hold once it is inflated: for files of people whom we do not know.
 */
export async function openTable(file: string, { mostBytes }: { mostBytes?: number } = {}): Promise<Table> {
  const name = path.basename(file);
  const head = await firstBytes(file);
  if (head.length === 0) throw new ImportImpossible(`${name} is empty.`);
  if (head.subarray(0, 4).equals(ZIP)) return openXlsx(file, mostBytes);
  if (head.subarray(0, 8).equals(OLD_EXCEL)) {
    throw new ImportImpossible(
      `${name} is an Excel file of the old kind, or one with a password: save it as .xlsx or as CSV UTF-8.`,
    );
  }
  if (/\.xls[xm]?$/i.test(name)) {
    throw new ImportImpossible(`${name} is not an Excel file, although it is named like one.`);
  }
  return openCsv(file, head);
}

/** Enough for some records of the widest report. */
const HEAD = 64 * 1024;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

async function firstBytes(file: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    if (!(await stat(file)).isFile()) throw new ImportImpossible(`${file} is not a file.`);
    handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (error instanceof ImportImpossible) throw error;
    throw new ImportImpossible(`${file} ${whyNot(error)}.`);
  } finally {
    await handle?.close();
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  return `could not be read (${String(code ?? error)})`;
}
