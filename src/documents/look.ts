import type { ColumnKey, FileColumn } from '#domain/columns.ts';

/** The light theme's ink and lines, as on the screen, as RRGGBB. Only Waiting for You has a fill: only it asks something of the reader. */
export const COLOURS = {
  text: '16191d',
  label: '464d57',
  caption: '5f6772',
  line: 'cdd2d8',
  faintLine: 'e2e5e9',
  sunken: 'f5f6f7',
  waiting: 'a34a00',
  waitingFill: 'fff3e0',
} as const;

/** A sheet of paper lying on its side, in points; `excel` is its code in a spreadsheet's page setup. */
export type Paper = { name: 'letter' | 'legal' | 'tabloid'; width: number; height: number; excel: number };

const PAPERS: readonly Paper[] = [
  { name: 'letter', width: 792, height: 612, excel: 1 },
  { name: 'legal', width: 1008, height: 612, excel: 5 },
  { name: 'tabloid', width: 1224, height: 792, excel: 3 },
];

/** Side margins of a printed page, in points. */
export const MARGIN = 30;

/** Space between two columns, in points. */
export const GUTTER = 8;

/** The smallest paper on which the columns stand at their width; all 19 need tabloid. */
export function paperFor(columns: readonly FileColumn[]): Paper {
  const needed = sum(columns.map(leastWidth)) + GUTTER * (columns.length - 1) + 2 * MARGIN;
  return PAPERS.find((paper) => paper.width >= needed) ?? LARGEST;
}

/**
 * Widths of the columns in points, gutters not counted: typed columns at the width of their values, texts share what is
 * left. On the largest paper that may be less than they would like: they wrap.
 */
export function printedWidths(columns: readonly FileColumn[], paper: Paper): number[] {
  const least = columns.map(leastWidth);
  const available = paper.width - 2 * MARGIN - GUTTER * (columns.length - 1);
  const spare = available - sum(least);
  const share = columns.map((column) => (column.kind === 'text' ? column.width : 0));
  if (sum(share) === 0) return least.map((width) => width + Math.min(spare / columns.length, 60));
  return least.map((width, i) => width + (spare * (share[i] ?? 0)) / sum(share));
}

/** At the 7 points of a printed table: wide enough for every value of a typed column on one line. */
function leastWidth(column: FileColumn): number {
  return LEAST_BY_KEY[column.key as ColumnKey] ?? LEAST[column.kind];
}

const LEAST: Record<FileColumn['kind'], number> = {
  phone: 57,
  identifier: 38,
  date: 47,
  time: 38,
  enum: 40,
  flag: 36,
  text: 50,
};

const LEAST_BY_KEY: Partial<Record<ColumnKey, number>> = {
  status: 66,
  detailedStatus: 104,
  priority: 34,
  company: 90,
  rejectReason: 104,
  username: 46,
  location: 46,
  coordinator: 58,
  notReadyBecause: 72,
};

const LARGEST: Paper = { name: 'tabloid', width: 1224, height: 792, excel: 3 };

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
