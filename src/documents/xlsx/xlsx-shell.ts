import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { FileColumn } from '#domain/columns.ts';
import { COLOURS, paperFor } from '../look.ts';
import type { ReportFacts } from '../report-document.ts';
import { shownValues } from '../shown.ts';
import { addAboutSheet } from './about-sheet.ts';
import { columnLetters } from './column-letters.ts';

/** Rows of data that a sheet holds: the format's 1,048,576 less the header. */
export const SHEET_ROWS = 1_048_575;

/** A worksheet cut in two where its rows go: the header row is the last of `head`. */
export type SheetShell = { name: string; head: string; tail: string; rows: number };

export type XlsxShell = {
  /** Every file of the package but the sheets that rows are streamed into. */
  files: { name: string; bytes: Uint8Array }[];
  sheets: SheetShell[];
  /** Index of a cell's style, by column, and of the one status that is filled. */
  styles: number[];
  waitingStyle: number;
  /** Index of a shown label of an enum or a flag in the shared strings. */
  labels: Map<string, number>;
};

/** The workbook without its rows, made by exceljs: styles, widths, frozen panes, filter, print setup, the About sheet. */
export async function xlsxShell(
  facts: ReportFacts,
  columns: readonly FileColumn[],
  sheetRows: number,
): Promise<XlsxShell> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = facts.madeBy.name;
  workbook.title = facts.title;
  workbook.subject = facts.confidentiality;
  workbook.created = facts.asOf;
  workbook.modified = facts.asOf;
  const counts = rowsBySheet(facts.rows, sheetRows);
  counts.forEach((rows, i) => {
    addReportSheet(workbook, i === 0 ? 'Report' : `Report (${i + 1})`, rows, facts, columns);
  });
  const samples = addSamples(workbook.worksheets[0], columns);
  addAboutSheet(workbook, facts, counts.length);
  const files = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const sheets = counts.map((rows, i) => cutSheet(files, `xl/worksheets/sheet${i + 1}.xml`, rows, columns));
  return {
    files: Object.entries(files)
      .filter(([name]) => !sheets.some((sheet) => sheet.name === name))
      .map(([name, bytes]) => ({ name, bytes })),
    sheets,
    ...samples(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())),
  };
}

function rowsBySheet(rows: number, sheetRows: number): number[] {
  const sheets = Math.max(1, Math.ceil(rows / sheetRows));
  return Array.from({ length: sheets }, (_, i) => Math.min(sheetRows, rows - i * sheetRows));
}

function addReportSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  rows: number,
  facts: ReportFacts,
  columns: readonly FileColumn[],
): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: paperFor(columns).excel,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      printTitlesColumn: 'A:A',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${facts.confidentiality.replaceAll('&', '&&')}&RPage &P of &N` },
  });
  sheet.columns = columns.map((column) => ({ header: column.label, width: columnWidth(column) }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows + 1, column: columns.length } };
  const header = sheet.getRow(1);
  header.height = 32;
  header.eachCell((cell) => {
    cell.font = { name: 'Calibri', size: 11, bold: true, color: { argb: `FF${COLOURS.label}` } };
    cell.alignment = { wrapText: true, vertical: 'bottom' };
    cell.border = { bottom: { style: 'thin', color: { argb: `FF${COLOURS.line}` } } };
  });
}

/** Wide enough for the header on two lines and for the values, in characters. */
function columnWidth(column: FileColumn): number {
  return Math.max(12, Math.round(column.width / 7));
}

/**
 * Puts a cell of every style and every label under the header, so that exceljs numbers them. They go when the sheet is
 * cut; what is returned reads their numbers from the sheet's XML.
 */
function addSamples(sheet: ExcelJS.Worksheet | undefined, columns: readonly FileColumn[]) {
  const styled = sheet?.getRow(2);
  columns.forEach((column, i) => {
    Object.assign(styled?.getCell(i + 1) ?? {}, { value: 0, ...cellStyle(column) });
  });
  const waiting = sheet?.getCell('A3');
  Object.assign(waiting ?? {}, {
    value: 0,
    font: { name: 'Calibri', size: 11, color: { argb: `FF${COLOURS.waiting}` } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${COLOURS.waitingFill}` } },
    alignment: { horizontal: 'left', vertical: 'top' },
  });
  const labels = [...new Set(columns.flatMap((column) => [...shownValues(column).values()]))];
  labels.forEach((label, i) => {
    Object.assign(sheet?.getCell(`A${4 + i}`) ?? {}, { value: label });
  });
  return (xml: string) => ({
    styles: columns.map((_, i) => numberIn(xml, `<c r="${columnLetters(i)}2" s="(\\d+)"`)),
    waitingStyle: numberIn(xml, '<c r="A3" s="(\\d+)"'),
    labels: new Map(
      labels.map((label, i) => [label, numberIn(xml, `<c r="A${4 + i}"[^>]* t="s"><v>(\\d+)</v>`)]),
    ),
  });
}

function cellStyle(column: FileColumn): Partial<ExcelJS.Style> {
  const alignment: Partial<ExcelJS.Alignment> = { horizontal: 'left', vertical: 'top' };
  if (column.kind === 'date') return { numFmt: 'd mmm yyyy', alignment };
  if (column.kind === 'time') return { numFmt: 'h:mm AM/PM', alignment };
  // "@" keeps a text what it is, also after somebody edits the cell: no formula, no lost zeros.
  return { numFmt: '@', alignment };
}

function cutSheet(
  files: Record<string, Uint8Array>,
  name: string,
  rows: number,
  columns: readonly FileColumn[],
): SheetShell {
  const xml = strFromU8(files[name] ?? new Uint8Array());
  const last = `${columnLetters(columns.length - 1)}${rows + 1}`;
  const parts =
    /^([\s\S]*<sheetData>\s*<row r="1"[\s\S]*?<\/row>)[\s\S]*(<\/sheetData>[\s\S]*)<\/worksheet>\s*$/.exec(
      xml,
    );
  if (!parts?.[1] || !parts[2]) throw new Error(`exceljs wrote a sheet of another shape: ${name}`);
  // Without it Excel puts a green triangle on every number that is kept as text.
  const ignored = `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors>`;
  return {
    name,
    head: parts[1].replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${last}"/>`),
    tail: `${parts[2]}${ignored}</worksheet>`,
    rows,
  };
}

function numberIn(xml: string, pattern: string): number {
  const found = new RegExp(pattern).exec(xml)?.[1];
  if (found === undefined) throw new Error(`exceljs wrote no cell like ${pattern}`);
  return Number(found);
}
