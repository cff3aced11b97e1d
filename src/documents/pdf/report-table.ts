import type { ReportColumn } from '#domain/columns.ts';
import { COLOURS, GUTTER, MARGIN, type Paper, printedWidths } from '../look.ts';
import { shown, shownValues } from '../shown.ts';
import type { Face, Shaped } from './face.ts';
import type { PageCanvas } from './page-canvas.ts';
import { markForm, type PdfFile } from './pdf-file.ts';
import type { KitElement } from './pdfkit-internals.ts';
import type { Tags } from './tags.ts';
import { wrap } from './wrap.ts';

const SIZE = 7;
const LEADING = 9;
const PADDING = 2.6;
/** From the top of a line to its baseline. */
const BASELINE = 6.9;
const MARK_SCALE = 0.47;
const MARK_SPACE = 10;
/** Values of a column whose lines are remembered. */
const KEPT_CELLS = 2_000;

type Row = readonly (string | null)[];
type CellLines = (value: string | null) => readonly Shaped[];
const BLANK: readonly Shaped[] = [];

/** A row ready to be drawn: the lines of its cells, and how many there are in the highest. */
export type LaidRow = {
  cells: readonly (readonly Shaped[])[];
  lines: number;
  status: string | null;
  begins: boolean;
};

/** The table: lays rows out in lines, and draws them and the header. */
export class ReportTable {
  readonly headerHeight: number;
  readonly #columns: readonly ReportColumn[];
  readonly #file: PdfFile;
  readonly #tags: Tags;
  readonly #xs: number[] = [];
  readonly #cells: CellLines[];
  readonly #header: Shaped[][];
  readonly #width: number;
  readonly #statusAt: number;
  readonly #groupAt: number;
  readonly #element: KitElement | null;
  #group: string | null | undefined;
  /** Characters replaced so far. */
  missing = 0;

  constructor(file: PdfFile, tags: Tags, columns: readonly ReportColumn[], paper: Paper) {
    const widths = printedWidths(columns, paper);
    this.#file = file;
    this.#tags = tags;
    this.#columns = columns;
    let x = MARGIN;
    for (const width of widths) {
      this.#xs.push(x);
      x += width + GUTTER;
    }
    this.#width = paper.width - 2 * MARGIN;
    this.#statusAt = columns.findIndex((column) => column.key === 'status');
    this.#groupAt = columns.findIndex((column) => column.key === 'requestId');
    this.#cells = columns.map((column, i) => cellLines(column, widths[i] ?? 0, file.regular));
    this.#header = columns.map((column, i) => wrap(column.label, thousandths(widths[i] ?? 0), file.semibold));
    this.headerHeight = Math.max(...this.#header.map((lines) => lines.length)) * LEADING + 2 * PADDING + 1;
    this.#element = tags.element('Table');
  }

  lay(row: Row): LaidRow {
    const cells = this.#cells.map((lines, i) => lines(row[i] ?? null));
    let lines = 1;
    for (const cell of cells) {
      if (cell.length > lines) lines = cell.length;
      for (const line of cell) this.missing += line.missing;
    }
    const group = this.#groupAt < 0 ? undefined : row[this.#groupAt];
    const begins = group === undefined || group !== this.#group;
    this.#group = group;
    return { cells, lines, status: this.#statusAt < 0 ? null : (row[this.#statusAt] ?? null), begins };
  }

  /** The height of so many lines of a row. */
  height(lines: number): number {
    return lines * LEADING + 2 * PADDING;
  }

  /** How many lines of a row fit a height. */
  linesIn(height: number): number {
    return Math.floor((height - 2 * PADDING) / LEADING);
  }

  /** Draws the header under a height; the first one heads the columns, those of later pages only repeat it. */
  drawHeader(canvas: PageCanvas, top: number, first: boolean): void {
    const row = first ? this.#tags.element('TR', this.#element) : null;
    if (!first) canvas.mark(this.#tags.artifact);
    const bottom = top - this.headerHeight;
    this.#header.forEach((lines, i) => {
      const head = row && this.#tags.element('TH', row, { scope: 'Column' });
      if (first) canvas.mark(this.#tags.begin('TH', head));
      lines.forEach((line, n) => {
        const y = bottom + PADDING + 1 + (lines.length - 1 - n) * LEADING + LEADING - BASELINE;
        canvas.text(line, this.#file.semibold, SIZE, this.#xs[i] ?? 0, y, COLOURS.label);
      });
      if (first) canvas.mark(this.#tags.end);
      head?.end();
    });
    if (!first) canvas.mark(this.#tags.end);
    row?.end();
    canvas.line(MARGIN, bottom, this.#width, COLOURS.line, 0.75);
  }

  /** The elements of a row and its cells; null where nothing is tagged. */
  beginRow(): { row: KitElement; cells: KitElement[] } | null {
    const row = this.#tags.element('TR', this.#element);
    if (!row) return null;
    return { row, cells: this.#columns.flatMap(() => this.#tags.element('TD', row) ?? []) };
  }

  /** Draws lines `from` up to, without, `to` of a row under a height. */
  drawRow(
    canvas: PageCanvas,
    laid: LaidRow,
    top: number,
    from: number,
    to: number,
    tagged: KitElement[] | null,
  ): void {
    if (from === 0 && laid.begins) canvas.line(MARGIN, top, this.#width, COLOURS.faintLine);
    else canvas.line(MARGIN, top, this.#width, COLOURS.sunken);
    const base = top - PADDING - BASELINE;
    for (let i = 0; i < laid.cells.length; i++) {
      const lines = laid.cells[i] ?? BLANK;
      if (lines.length <= from) continue;
      const marked = i === this.#statusAt && from === 0;
      const x = this.#xs[i] ?? 0;
      const inset = i === this.#statusAt ? MARK_SPACE : 0;
      const waits = inset > 0 && laid.status === 'waiting-for-you';
      if (marked) this.#drawMark(canvas, laid.status, lines, x, base, waits);
      if (tagged) canvas.mark(this.#tags.begin('TD', tagged[i] ?? null));
      const end = Math.min(to, lines.length);
      for (let n = from; n < end; n++) {
        const line = lines[n];
        if (line)
          canvas.text(
            line,
            this.#file.regular,
            SIZE,
            x + inset,
            base - (n - from) * LEADING,
            waits ? COLOURS.waiting : COLOURS.text,
          );
      }
      if (tagged) canvas.mark(this.#tags.end);
    }
    canvas.mark('');
  }

  finish(): void {
    this.#element?.end();
  }

  #drawMark(
    canvas: PageCanvas,
    status: string | null,
    lines: readonly Shaped[],
    x: number,
    base: number,
    waits: boolean,
  ): void {
    if (waits) {
      const width = Math.max(...lines.map((line) => line.width)) * (SIZE / 1000);
      canvas.box(
        x - 2,
        base - 2.4 - (lines.length - 1) * LEADING,
        width + MARK_SPACE + 4,
        lines.length * LEADING,
        COLOURS.waitingFill,
      );
    }
    if (status) canvas.form(markForm(status), x, base - 1.3, MARK_SCALE);
  }
}

/**
 * The lines of a column's cells. Rows of one order follow each other with the same values, so the last one is kept;
 * values of a fixed few are laid out once, texts and dates as long as there are not too many.
 */
function cellLines(column: ReportColumn, width: number, face: Face): CellLines {
  const room = thousandths(width - (column.key === 'status' ? MARK_SPACE : 0));
  const repeats = column.kind !== 'phone' && column.kind !== 'identifier';
  const known = new Map<string, readonly Shaped[]>(
    [...shownValues(column).keys()].map((value) => [value, wrap(shown(column, value), room, face)]),
  );
  let last: string | null = null;
  let lines = BLANK;
  return (value) => {
    if (value === null) return BLANK;
    if (value === last) return lines;
    last = value;
    lines = known.get(value) ?? wrap(shown(column, value), room, face);
    if (repeats) {
      if (known.size >= KEPT_CELLS) known.clear();
      known.set(value, lines);
    }
    return lines;
  };
}

function thousandths(points: number): number {
  return (points / SIZE) * 1000;
}
