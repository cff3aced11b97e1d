import { expectedFile, FORMATS, type FormatName } from '#documents/formats.ts';
import { type ColumnKey, column } from '#domain/columns.ts';
import { count, counted } from '#domain/counted.ts';

/** From so many pages on, or rows a sheet, another format serves better. */
const MANY_PAGES = 1_000;
const SHEET_ROWS = 1_048_575;

/** What a file will be like, before it is made: `64,183 rows, about 4 MB, about 3 seconds`. */
export function expectationWords(format: FormatName, rows: number, columns: readonly ColumnKey[]): string {
  const { bytes, seconds } = expectedFile(format, rows, columns.map(column));
  return `${counted(rows, 'row')}, about ${sizeWords(bytes)}, ${durationWords(seconds)}`;
}

/** Where another format would serve better: `PDF would have about 21,277 pages: take Excel, or filter`. Never forbids. */
export function betterWords(format: FormatName, rows: number, columns: readonly ColumnKey[]): string | null {
  const { pages } = expectedFile(format, rows, columns.map(column));
  if (pages !== null && pages > MANY_PAGES)
    return `${FORMATS[format].label} would have about ${count(pages)} pages: take Excel, or filter`;
  if (format === 'xlsx' && rows > SHEET_ROWS)
    return `Goes on over ${Math.ceil(rows / SHEET_ROWS)} sheets: CSV has all in one`;
  return null;
}

/** `980 bytes`, `12 KB`, `4.2 MB`: in thousands, as browsers show downloads. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  const [unit, size] = UNITS.find(([, size]) => bytes < size * 999.5) ?? LARGEST_UNIT;
  const value = bytes / size;
  return `${value < 9.95 ? Number(value.toFixed(1)) : count(Math.round(value))} ${unit}`;
}

const LARGEST_UNIT = ['GB', 1e9] as const;
const UNITS = [['KB', 1e3], ['MB', 1e6], LARGEST_UNIT] as const;

/** `under a second`, `about 3 seconds`, `about 2 minutes`. */
export function durationWords(seconds: number): string {
  if (seconds < 1) return 'under a second';
  if (seconds < 90) return `about ${counted(Math.round(seconds), 'second')}`;
  return `about ${counted(Math.round(seconds / 60), 'minute')}`;
}
