import type { FileColumn } from '#domain/columns.ts';
import { grouped } from '../facts-in-words.ts';
import type { RowBatch } from '../report-document.ts';
import { shownValues } from '../shown.ts';
import { xmlText } from '../xml-text.ts';
import { columnLetters } from './column-letters.ts';
import type { XlsxShell } from './xlsx-shell.ts';

/** Characters that a cell holds at most, as Excel counts them. */
const CELL_CHARACTERS = 32_767;
const EPOCH = Date.UTC(1899, 11, 30);

/** Writes one value as a cell of the row of that number. */
type CellWriter = (value: string, row: number) => string;

/** Rows of a batch as the XML of a sheet. Blank cells are left out. */
export function sheetRowWriter(shell: XlsxShell, columns: readonly FileColumn[]) {
  const writers = columns.map((column, i) =>
    cellWriter(column, columnLetters(i), shell.styles[i] ?? 0, shell),
  );
  return (rows: RowBatch, firstRow: number): string => {
    let xml = '';
    let number = firstRow;
    for (const row of rows) {
      xml += `<row r="${number}">`;
      for (let i = 0; i < writers.length; i++) {
        const value = row[i];
        if (value !== null && value !== undefined) xml += writers[i]?.(value, number);
      }
      xml += '</row>';
      number++;
    }
    return xml;
  };
}

function cellWriter(column: FileColumn, letters: string, style: number, shell: XlsxShell): CellWriter {
  const open = `<c r="${letters}`;
  const write = restWriter(column, style, shell);
  // Rows of one order follow each other and differ in their phone numbers alone.
  let last: string | null = null;
  let rest = '';
  return (value, row) => {
    if (value !== last) {
      rest = write(value);
      last = value;
    }
    return open + row + rest;
  };
}

/** Writes what follows the row number in a cell. */
function restWriter(column: FileColumn, style: number, shell: XlsxShell): (value: string) => string {
  if (column.kind === 'date') return (value) => `" s="${style}"><v>${dateSerial(value)}</v></c>`;
  if (column.kind === 'time') return (value) => `" s="${style}"><v>${timeSerial(value)}</v></c>`;
  const labels = labelCells(column, style, shell);
  return (value) => labels.get(value) ?? `" s="${style}" t="inlineStr"><is>${textElement(value)}</is></c>`;
}

/** A text; its outer blanks would be lost without a word. */
function textElement(value: string): string {
  const outer = value.charCodeAt(0) <= 32 || value.charCodeAt(value.length - 1) <= 32;
  return `<t${outer ? ' xml:space="preserve"' : ''}>${cellText(value)}</t>`;
}

/** What follows the row number in a cell of each known value: enums and flags, shown by their labels as shared strings. */
function labelCells(column: FileColumn, style: number, shell: XlsxShell): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [value, label] of shownValues(column)) {
    const filled = value === 'waiting-for-you' ? shell.waitingStyle : style;
    const index = shell.labels.get(label);
    if (index !== undefined) cells.set(value, `" s="${filled}" t="s"><v>${index}</v></c>`);
  }
  return cells;
}

/** Text as a cell holds it: at most so many characters, with word of what was left out, and no `_x0041_` that Excel would decode. */
function cellText(value: string): string {
  const escaped = xmlText(value.length > CELL_CHARACTERS ? shortened(value) : value);
  return escaped.includes('_x') ? escaped.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_') : escaped;
}

function shortened(value: string): string {
  const note = ` […cut here: Excel holds ${grouped(CELL_CHARACTERS)} characters a cell, this text has ${grouped(value.length)}]`;
  return value.slice(0, CELL_CHARACTERS - note.length).toWellFormed() + note;
}

/** `2026-11-08` as the number of its day. By calendar: no time zone comes in. */
function dateSerial(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return (Date.UTC(year, month - 1, day) - EPOCH) / 86_400_000;
}

/** `13:30` (or with seconds) as its part of the day. */
function timeSerial(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
