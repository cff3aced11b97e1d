import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  type ITableBordersOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { ReportColumn } from '#domain/columns.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { countsInWords, factsInWords, grouped } from '../facts-in-words.ts';
import { COLOURS, GUTTER, MARGIN, type Paper, paperFor, printedWidths } from '../look.ts';
import type { ReportFacts } from '../report-document.ts';

/** The package without its rows; the document part is cut in two where they go. */
export type DocxShell = {
  files: { name: string; bytes: Uint8Array }[];
  head: string;
  /** Between two rows: ends the table and begins one that is like it, header row and all. */
  again: string;
  tail: string;
  /** Widths of the columns in twentieths of a point. */
  widths: number[];
};

const DOCUMENT = 'word/document.xml';
const CORE = 'docProps/core.xml';
const PLACE = 'rows-go-here';
/** Word makes one of two tables without a paragraph between them: the lowest there is. */
const SEAM =
  '<w:p><w:pPr><w:keepNext/><w:spacing w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>';
const FONT = 'Arial';
/** Sizes in half points. */
const SIZE = { cell: 14, caption: 15, value: 18, count: 26, title: 34 };
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

/** The document without its rows, made by docx: landscape, header and footer, the facts, a table whose header row repeats. */
export async function docxShell(facts: ReportFacts, columns: readonly ReportColumn[]): Promise<DocxShell> {
  const paper = paperFor(columns);
  const printed = printedWidths(columns, paper);
  // A cell ends in its gutter; the last one ends at the margin.
  const widths = printed.map((width, i) => twips(width + (i < printed.length - 1 ? GUTTER : 0)));
  const document = new Document({
    title: facts.title,
    subject: facts.confidentiality,
    creator: facts.madeBy.name,
    lastModifiedBy: facts.madeBy.name,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE.cell, color: COLOURS.text, language: { value: 'en-US' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
        heading1: { run: { font: FONT, size: SIZE.title, bold: true, color: COLOURS.text } },
      },
    },
    sections: [section(facts, columns, paper, widths)],
  });
  const files = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const xml = strFromU8(files[DOCUMENT] ?? new Uint8Array());
  const place = xml.indexOf(PLACE);
  const start = xml.lastIndexOf('<w:tr>', place);
  const end = xml.indexOf('</w:tr>', place) + '</w:tr>'.length;
  const table = xml.slice(xml.lastIndexOf('<w:tbl>', place), start);
  if (place < 0 || start < 0) throw new Error('docx wrote a table of another shape');
  return {
    files: Object.entries(files)
      .filter(([name, bytes]) => name !== DOCUMENT && bytes.length > 0)
      .map(([name, bytes]) => ({ name, bytes: name === CORE ? dated(bytes, facts.asOf) : bytes })),
    head: xml.slice(0, start),
    again: `</w:tbl>${SEAM}${table}`,
    tail: xml.slice(end),
    widths,
  };
}

function section(
  facts: ReportFacts,
  columns: readonly ReportColumn[],
  paper: Paper,
  widths: readonly number[],
): ISectionOptions {
  const caption = (text: ParagraphChild[]) =>
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: twips(paper.width - 2 * MARGIN) }],
      children: text,
    });
  return {
    properties: {
      page: {
        // docx swaps the two for a sheet that lies on its side.
        size: {
          orientation: PageOrientation.LANDSCAPE,
          width: twips(paper.height),
          height: twips(paper.width),
        },
        margin: {
          top: 760,
          bottom: 720,
          left: twips(MARGIN),
          right: twips(MARGIN),
          header: 360,
          footer: 360,
        },
      },
    },
    headers: {
      default: new Header({
        children: [caption([small(facts.title), small(`\tAs of ${formatMoment(facts.asOf)}`)])],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          caption([
            new TextRun({
              size: SIZE.cell,
              color: COLOURS.caption,
              children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            }),
            small(`\t${facts.confidentiality}`),
          ]),
        ],
      }),
    },
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(facts.title)] }),
      new Paragraph({ spacing: { before: 40, after: 200 }, children: [small(facts.confidentiality)] }),
      factsTable(factsInWords(facts), paper, SIZE.value),
      new Paragraph({ children: [] }),
      factsTable(
        countsInWords(facts).map(({ label, count }) => ({ label, value: grouped(count) })),
        paper,
        SIZE.count,
      ),
      new Paragraph({ spacing: { after: 120 }, children: [] }),
      reportTable(columns, widths),
      new Paragraph({
        children: facts.rows === 0 ? [new TextRun('No numbers match these parameters.')] : [],
      }),
    ],
  };
}

/** Labels and, under them, values, side by side. */
function factsTable(facts: readonly { label: string; value: string }[], paper: Paper, size: number): Table {
  const width = twips((paper.width - 2 * MARGIN) / facts.length);
  const cells = facts.map(
    ({ label, value }) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        borders: NO_BORDERS,
        children: [
          new Paragraph({ children: [small(label)] }),
          new Paragraph({
            spacing: { before: 30 },
            children: [new TextRun({ text: value, size, bold: size === SIZE.count })],
          }),
        ],
      }),
  );
  return table(
    facts.map(() => width),
    [new TableRow({ children: cells })],
    { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
  );
}

function reportTable(columns: readonly ReportColumn[], widths: readonly number[]): Table {
  const header = columns.map(
    (column, i) =>
      new TableCell({
        width: { size: widths[i] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.BOTTOM,
        borders: { bottom: { style: BorderStyle.SINGLE, size: 6, color: COLOURS.line } },
        children: [
          new Paragraph({
            keepNext: true,
            children: [new TextRun({ text: column.label, bold: true, color: COLOURS.label })],
          }),
        ],
      }),
  );
  return table(
    widths,
    [
      new TableRow({ tableHeader: true, cantSplit: true, children: header }),
      new TableRow({ children: [new TableCell({ children: [new Paragraph(PLACE)] })] }),
    ],
    {
      ...NO_BORDERS,
      bottom: { style: BorderStyle.SINGLE, size: 4, color: COLOURS.faintLine },
      insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: COLOURS.faintLine },
      insideVertical: NO_BORDER,
    },
  );
}

function table(widths: readonly number[], rows: TableRow[], borders: ITableBordersOptions): Table {
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.LEFT,
    margins: { marginUnitType: WidthType.DXA, top: 45, bottom: 45, left: 0, right: twips(GUTTER) },
    borders,
    rows,
  });
}

function small(text: string): TextRun {
  return new TextRun({ text, size: SIZE.caption, color: COLOURS.caption });
}

/** docx dates its documents by the clock; ours carry the moment of the snapshot. */
function dated(core: Uint8Array, asOf: Date): Uint8Array {
  const moment = asOf.toISOString().replace(/\.\d+Z$/, 'Z');
  return strToU8(strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`));
}

function twips(points: number): number {
  return Math.round(points * 20);
}
