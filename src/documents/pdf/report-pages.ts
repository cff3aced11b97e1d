import type { ReportColumn } from '#domain/columns.ts';
import { grouped } from '../facts-in-words.ts';
import { COLOURS, MARGIN, type Paper, paperFor } from '../look.ts';
import type { ReportFacts } from '../report-document.ts';
import { shown } from '../shown.ts';
import type { Shaped } from './face.ts';
import { asOf, drawFacts, NOTE } from './first-page.ts';
import { PageCanvas } from './page-canvas.ts';
import { PdfFile } from './pdf-file.ts';
import { ReportTable } from './report-table.ts';
import { Tags } from './tags.ts';

const BOTTOM = 32;
const FOOTER = 18;
const HEAD = 24;
const SMALL = 7;
const TOTAL = 'Total';
/** More pages than these get bookmarks, one for a range of pages, and not many more than sixty of them. */
const UNMARKED_PAGES = 12;
const RANGES = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const BOOKMARKS = 60;
const ROWS_A_PAGE = 45;

type Row = readonly (string | null)[];

/** The pages of a report: fills one after the other with rows, each with header, footer and page number. */
export class ReportPages {
  readonly file: PdfFile;
  readonly #facts: ReportFacts;
  readonly #columns: readonly ReportColumn[];
  readonly #paper: Paper;
  readonly #tags: Tags;
  readonly #table: ReportTable;
  readonly #range: number;
  readonly #canvas: PageCanvas;
  #top = 0;
  #rows = 0;

  constructor(facts: ReportFacts, columns: readonly ReportColumn[], tagged: boolean) {
    this.#facts = facts;
    this.#columns = columns;
    this.#paper = paperFor(columns);
    this.file = new PdfFile(facts, this.#paper, tagged);
    this.file.laterText(TOTAL, 60, SMALL);
    this.file.laterText(NOTE.form, this.#paper.width, NOTE.size);
    this.#tags = new Tags(this.file.kit, tagged);
    this.#canvas = new PageCanvas(this.#tags);
    this.file.beginPage();
    this.#top = drawFacts(this.file, this.#tags, this.#canvas, facts, this.#paper);
    this.#table = new ReportTable(this.file, this.#tags, columns, this.#paper);
    this.#range = bookmarkRange(facts.rows / ROWS_A_PAGE);
    this.#beginTable(true);
  }

  /** Adds a row; true when a page was ended on the way. A row moves to the next page whole, unless it is higher than a page. */
  add(row: Row): boolean {
    const laid = this.#table.lay(row);
    const elements = this.#table.beginRow();
    const before = this.file.pages;
    const height = this.#table.height(laid.lines);
    if (height > this.#room() && (height <= this.#wholeRoom() || this.#table.linesIn(this.#room()) < 1)) {
      this.#turn(row);
    }
    for (let from = 0; from < laid.lines; ) {
      if (from > 0) this.#turn(row);
      const to = Math.min(laid.lines, from + this.#table.linesIn(this.#room()));
      this.#table.drawRow(this.#canvas, laid, this.#top, from, to, elements?.cells ?? null);
      this.#top -= this.#table.height(to - from);
      from = to;
    }
    for (const cell of elements?.cells ?? []) cell.end();
    elements?.row.end();
    this.#rows++;
    return this.file.pages > before;
  }

  /** Ends the last page and gives the texts that waited for the end. Returns the rest of the file. */
  finish(): Promise<Uint8Array | null> {
    const { file } = this;
    if (this.#facts.rows === 0) this.#say('No numbers match these parameters.');
    this.#endPage();
    this.#table.finish();
    this.#tags.finish();
    file.giveText(TOTAL, file.regular.shape(grouped(file.pages)), file.regular, SMALL);
    file.giveText(NOTE.form, file.regular.shape(replacedNote(this.#table.missing)), file.regular, NOTE.size);
    return file.finish();
  }

  #room(): number {
    return this.#top - BOTTOM;
  }

  #wholeRoom(): number {
    return this.#paper.height - HEAD - 10 - this.#table.headerHeight - BOTTOM;
  }

  /** Ends the page at hand and begins the next, on which this row stands first. */
  #turn(row: Row): void {
    this.#endPage();
    this.file.beginPage();
    if (this.#range > 0 && (this.file.pages - 1) % this.#range === 0) {
      const [column] = this.#columns;
      const first = column ? shown(column, row[0]) : '';
      this.file.bookmark(`Page ${grouped(this.file.pages)}, row ${grouped(this.#rows + 1)}: ${first}`);
    }
    this.#runningHead();
    this.#top = this.#paper.height - HEAD - 10;
    this.#beginTable(false);
  }

  #beginTable(first: boolean): void {
    if (first && this.#range > 0) this.file.bookmark('Page 1: about this report');
    this.#table.drawHeader(this.#canvas, this.#top, first);
    this.#top -= this.#table.headerHeight;
  }

  #runningHead(): void {
    const { regular } = this.file;
    const moment = regular.shape(asOf(this.#facts));
    const right = this.#paper.width - MARGIN - (moment.width * SMALL) / 1000;
    this.#canvas.mark(this.#tags.artifact);
    this.#caption(regular.shape(this.#facts.title), MARGIN, this.#paper.height - HEAD);
    this.#caption(moment, right, this.#paper.height - HEAD);
    this.#canvas.mark(this.#tags.end);
  }

  /** The number of pages is a form whose text comes last, so that no page has to wait for it. */
  #endPage(): void {
    const { regular, pages } = this.file;
    const number = regular.shapeOnce(`Page ${grouped(pages)} of `);
    const line = regular.shape(this.#facts.confidentiality);
    this.#canvas.mark(this.#tags.artifact);
    this.#caption(number, MARGIN, FOOTER);
    this.#caption(line, this.#paper.width - MARGIN - (line.width * SMALL) / 1000, FOOTER);
    this.#canvas.mark(this.#tags.end);
    this.#canvas.form(TOTAL, MARGIN + (number.width * SMALL) / 1000, FOOTER, 1);
    this.file.endPage(this.#canvas);
  }

  #caption(shaped: Shaped, x: number, y: number): void {
    this.#canvas.text(shaped, this.file.regular, SMALL, x, y, COLOURS.caption);
  }

  #say(sentence: string): void {
    const element = this.#tags.element('P');
    this.#canvas.mark(this.#tags.begin('P', element));
    const shaped = this.file.regular.shape(sentence);
    this.#canvas.text(shaped, this.file.regular, 8.5, MARGIN, this.#top - 16, COLOURS.label);
    this.#canvas.mark(this.#tags.end);
    element?.end();
  }
}

/** A bookmark every so many pages; 0 for none. */
function bookmarkRange(pages: number): number {
  if (pages <= UNMARKED_PAGES) return 0;
  return RANGES.find((range) => pages / range <= BOOKMARKS) ?? 10_000;
}

function replacedNote(count: number): string {
  if (count === 0) return '';
  const [characters, are] = count === 1 ? ['character', 'is'] : ['characters', 'are'];
  return `${grouped(count)} ${characters} that the font of this file does not hold ${are} drawn as □. Copying and searching give the real text.`;
}
