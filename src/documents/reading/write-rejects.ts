import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Cell, cellText } from '#domain/import/cell.ts';
import { type Header, REASON_LABEL } from '#domain/import/header.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import type { Table } from './table.ts';
import { UTF8_BOM } from './utf8.ts';

export type RejectedRecord = { record: number; reason: string };

/**
 * Writes the records of a table that were rejected, whole and as they stand there, each with the reason in a last column,
 * under the table's own header: mended, the file can be imported. `rejected` comes in the order of the table. The file is
 * its owner's alone: it holds customer data.
 */
export async function writeRejects(
  file: string,
  { table, header, rejected }: { table: Table; header: Header; rejected: AsyncIterable<RejectedRecord> },
): Promise<void> {
  const { delimiter, bom, dates1904 } = table;
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
  // A rejects file that was imported has the column already; its reasons are those of another day.
  const kept = [...header.cells.keys()].filter((i) => header.cells[i] !== REASON_LABEL);
  const text = (cell: Cell | undefined, i: number) => cellText(cell, header.kinds[i] ?? null, dates1904);
  async function* lines() {
    if (bom) yield UTF8_BOM;
    yield line([...kept.map((i) => header.cells[i] ?? ''), REASON_LABEL]);
    for await (const { cells, reason } of rejectedCells(table, rejected)) {
      const beyond = cells.slice(header.cells.length).map(String);
      yield line([...kept.map((i) => text(cells[i], i)), reason, ...beyond]);
    }
  }
  await pipeline(lines, createWriteStream(file, { mode: 0o600 }));
}

/** Reads the table a second time, beside the list of what was rejected: neither has to be held in memory. */
async function* rejectedCells(
  table: Table,
  rejected: AsyncIterable<RejectedRecord>,
): AsyncGenerator<{ cells: readonly Cell[]; reason: string }, void, undefined> {
  const list = rejected[Symbol.asyncIterator]();
  let next = await list.next();
  if (next.done) return;
  for await (const { number, cells } of table.records()) {
    if (number !== next.value.record) continue;
    yield { cells, reason: next.value.reason };
    next = await list.next();
    if (next.done) return;
  }
  throw new ImportImpossible(
    'The file was changed while it was read: nothing was imported; import it again.',
  );
}

function quoted(cell: string, delimiter: string): string {
  const plain = !/["\r\n]/.test(cell) && !cell.includes(delimiter) && cell === cell.trim();
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
