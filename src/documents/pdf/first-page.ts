import { formatMoment } from '#domain/pacific-time.ts';
import { STATUS_FACTS, STATUSES } from '#domain/status.ts';
import { factsInWords, grouped } from '../facts-in-words.ts';
import { COLOURS, MARGIN, type Paper } from '../look.ts';
import type { ReportFacts } from '../report-document.ts';
import type { Face } from './face.ts';
import type { PageCanvas } from './page-canvas.ts';
import { markForm, type PdfFile } from './pdf-file.ts';
import type { Tags } from './tags.ts';
import { wrap } from './wrap.ts';

export const NOTE = { form: 'Note', size: 7 };

type Style = { face: Face; size: number; leading: number; colour: string };

/** Draws the facts of the report at the head of the first page. Returns the height that is left under them, in points. */
export function drawFacts(
  file: PdfFile,
  tags: Tags,
  canvas: PageCanvas,
  facts: ReportFacts,
  paper: Paper,
): number {
  const width = paper.width - 2 * MARGIN;
  const pen = new Pen(tags, canvas);
  const title = { face: file.semibold, size: 16, leading: 20, colour: COLOURS.text };
  const caption = { face: file.regular, size: 7, leading: 10, colour: COLOURS.caption };
  const value = { face: file.regular, size: 8.5, leading: 12, colour: COLOURS.text };
  const count = { face: file.semibold, size: 12, leading: 15, colour: COLOURS.text };

  let y = paper.height - MARGIN - 4;
  y = pen.write('H1', facts.title, title, MARGIN, y, width);
  y = pen.write('P', facts.confidentiality, caption, MARGIN, y - 1, width) - 12;

  let lowest = y;
  const shares = [0.2, 0.19, 0.24, 0.37];
  let x = MARGIN;
  factsInWords(facts).forEach((fact, i) => {
    const room = width * (shares[i] ?? 0) - 16;
    const under = pen.write('P', fact.label, caption, x, y, room);
    lowest = Math.min(lowest, pen.write('P', fact.value, value, x, under - 1, room));
    x += width * (shares[i] ?? 0);
  });

  y = lowest - 12;
  canvas.line(MARGIN, y + 4, width, COLOURS.faintLine);
  y -= 4;
  const cells = [
    { label: 'Rows', count: facts.rows, mark: null },
    ...STATUSES.map((status) => ({
      label: STATUS_FACTS[status].label,
      count: facts.counts[status],
      mark: markForm(status),
    })),
  ];
  cells.forEach(({ label, count: number, mark }, i) => {
    const left = MARGIN + (i * width) / cells.length;
    const inset = mark ? 11 : 0;
    if (mark) canvas.form(mark, left, y - 8.2, 0.5);
    const under = pen.write('P', label, caption, left + inset, y, width);
    lowest = pen.write('P', grouped(number), count, left, under - 1, width);
  });
  y = lowest - 6;
  canvas.line(MARGIN, y + 3, width, COLOURS.faintLine);
  // How many characters the font lacks is known at the end; the sentence is put here then.
  canvas.form(NOTE.form, MARGIN, y - 8, 1);
  return y - 12;
}

/** The moment of the snapshot as the pages repeat it. */
export function asOf(facts: ReportFacts): string {
  return `As of ${formatMoment(facts.asOf)}`;
}

/** Writes paragraphs, each an element of the document. */
class Pen {
  readonly #tags: Tags;
  readonly #canvas: PageCanvas;

  constructor(tags: Tags, canvas: PageCanvas) {
    this.#tags = tags;
    this.#canvas = canvas;
  }

  /** Writes a text under a height, wrapped; returns the height under it. */
  write(type: string, text: string, style: Style, x: number, top: number, width: number): number {
    const lines = wrap(text, (width / style.size) * 1000, style.face);
    const element = this.#tags.element(type);
    this.#canvas.mark(this.#tags.begin(type, element));
    lines.forEach((line, i) => {
      const y = top - i * style.leading - style.leading * 0.78;
      this.#canvas.text(line, style.face, style.size, x, y, style.colour);
    });
    this.#canvas.mark(this.#tags.end);
    element?.end();
    return top - lines.length * style.leading;
  }
}
