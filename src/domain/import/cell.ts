import type { ColumnKind } from '../columns.ts';

/** A cell as a file holds it: text, or a spreadsheet's number. */
export type Cell = string | number;

/** Day 0 of a spreadsheet's calendar, as days before 1 January 1970. Serial 60, 29 Feb 1900, never was; no date of ours is that old. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const LATEST_SERIAL = 2_958_465;
const MINUTES = 1_440;

/**
 * The text of a cell in a column of a kind. Spreadsheets keep a date as the number of a day and a time as a fraction of
 * one: in columns of those kinds they become `2026-11-18` and `13:30`, and a day with a time `2026-11-18 13:30`.
 */
export function cellText(cell: Cell | undefined, kind: ColumnKind | null, dates1904: boolean): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (kind === 'date' && cell >= 1 && cell <= LATEST_SERIAL) return dayText(cell, dates1904);
  if (kind === 'time' && cell >= 0 && cell < 1) return timeText(Math.round(cell * MINUTES) % MINUTES);
  return String(cell);
}

function dayText(serial: number, dates1904: boolean): string {
  const minutes = Math.round((serial - (dates1904 ? EPOCH_1904 : EPOCH_1900)) * MINUTES);
  const day = new Date(minutes * 60_000).toISOString().slice(0, 10);
  const time = ((minutes % MINUTES) + MINUTES) % MINUTES;
  return time === 0 ? day : `${day} ${timeText(time)}`;
}

function timeText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
