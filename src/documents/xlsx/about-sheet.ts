import type ExcelJS from 'exceljs';
import { countsInWords, factsInWords } from '../facts-in-words.ts';
import { COLOURS } from '../look.ts';
import type { ReportFacts } from '../report-document.ts';

/** The last sheet: what this file is, for whom, by whom, as of when, how many rows and how they stand. */
export function addAboutSheet(workbook: ExcelJS.Workbook, facts: ReportFacts, sheets: number): void {
  const sheet = workbook.addWorksheet('About', {
    views: [{ showGridLines: false }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 22 }, { width: 100 }];
  sheet.addRow([facts.title]).getCell(1).font = {
    name: 'Calibri',
    size: 16,
    bold: true,
    color: { argb: `FF${COLOURS.text}` },
  };
  sheet.getRow(1).height = 26;
  sheet.addRow([facts.confidentiality]).getCell(1).font = {
    name: 'Calibri',
    size: 11,
    color: { argb: `FF${COLOURS.caption}` },
  };
  sheet.addRow([]);
  for (const { label, value } of factsInWords(facts)) addFact(sheet, label, value);
  sheet.addRow([]);
  for (const { label, count } of countsInWords(facts)) addFact(sheet, label, count);
  sheet.addRow([]);
  if (sheets > 1)
    addFact(
      sheet,
      'Sheets',
      `The report goes on over ${sheets} sheets, because one holds no more rows than the first.`,
    );
  addFact(
    sheet,
    'Reading it',
    'Blank means that nothing is recorded yet. Times are Pacific. Control characters are shown as their pictures.',
  );
}

function addFact(sheet: ExcelJS.Worksheet, label: string, value: string | number): void {
  const row = sheet.addRow([label, value]);
  row.getCell(1).font = { name: 'Calibri', size: 11, color: { argb: `FF${COLOURS.caption}` } };
  row.getCell(1).alignment = { vertical: 'top' };
  row.getCell(2).alignment = { vertical: 'top', horizontal: 'left', wrapText: true };
  row.getCell(2).numFmt = typeof value === 'number' ? '#,##0' : '@';
}
