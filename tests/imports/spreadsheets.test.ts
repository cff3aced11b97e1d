import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable, type Table } from '#documents/reading/table.ts';
import { xlsxWriter } from '#documents/xlsx/write-xlsx.ts';
import { recogniseHeader } from '#domain/import/header.ts';
import { type ImportRow, readRow, recordTexts } from '#domain/import/row.ts';
import { written as bytesOf, sampleRow } from '../documents/sample-report.ts';
import { all } from './support.ts';

const HEADER = [
  'Phone number',
  'Request ID',
  'Account ID',
  'Detailed Status',
  'Confirmed Porting Date',
  'Confirmed Porting Time, PST',
  'Account Company Name',
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'spreadsheets-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(content: Uint8Array): Promise<Table> {
  const file = path.join(await mkdtemp(path.join(folder, 'one-')), 'report.xlsx');
  await writeFile(file, content);
  return openTable(file);
}

/** The rows below the header that a table begins with. */
async function rowsOf(table: Table): Promise<ImportRow[]> {
  const [first, ...records] = await all(table.records());
  const header = recogniseHeader(first?.cells.map(String) ?? []);
  return records.map(({ cells }) => {
    const reading = readRow(recordTexts(cells, header, table.dates1904), true);
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    return reading.row;
  });
}

describe('a spreadsheet as LibreOffice writes it', () => {
  it('holds what the CSV holds that it was made of', async () => {
    const text = gunzipSync(readFileSync('tests/fixtures/porting-report.csv.gz')).toString();
    const csv = path.join(folder, 'first-rows.csv');
    await writeFile(csv, text.split('\n').slice(0, 40).join('\n'));
    const table = await openTable('tests/fixtures/report-by-libreoffice.xlsx');
    expect(table).toMatchObject({ bom: true, delimiter: ',', dates1904: false });
    const rows = await rowsOf(table);
    expect(rows).toHaveLength(39);
    expect(rows).toEqual(await rowsOf(await openTable(csv)));
  });
});

describe('a spreadsheet as Excel writes it', () => {
  async function workbook(build: (book: ExcelJS.Workbook) => void): Promise<Table> {
    const book = new ExcelJS.Workbook();
    build(book);
    return open(new Uint8Array(await book.xlsx.writeBuffer()));
  }

  it.each([false, true])('has dates and times as numbers, in the calendar of 1904: %s', async (date1904) => {
    const table = await workbook((book) => {
      book.properties.date1904 = date1904;
      const sheet = book.addWorksheet('Report');
      sheet.addRow(HEADER);
      sheet.addRow([
        4_155_550_123,
        500_008,
        7_003_601,
        'Firm order confirmation',
        new Date('2026-03-08T00:00:00Z'),
        new Date('2026-03-08T10:00:00Z'),
        'Two\nLines',
      ]);
      sheet.getCell('E2').numFmt = 'm/d/yyyy';
      sheet.getCell('F2').value = 0.5625;
      sheet.getCell('F2').numFmt = 'h:mm AM/PM';
    });
    expect(table.dates1904).toBe(date1904);
    const [row] = await rowsOf(table);
    expect(row).toMatchObject({
      phone: '+14155550123',
      requestId: '500008',
      company: 'Two\nLines',
      order: { focOn: '2026-03-08', focTime: '13:30' },
    });
  });

  it('has texts in several fonts, formulas with what came of them, and cells without anything', async () => {
    const table = await workbook((book) => {
      const sheet = book.addWorksheet('Report');
      sheet.addRow(HEADER);
      sheet.addRow([
        '4155550123',
        '500008',
        '7003601',
        'Submitted',
        '',
        undefined,
        { richText: [{ text: 'Harbor ' }, { font: { bold: true }, text: '& Sons' }] },
      ]);
      sheet.addRow([
        '4155550124',
        '500008',
        { formula: '7003600+1', result: 7_003_601 },
        'Submitted',
        null,
        null,
        { formula: 'A1&"x"', result: 'Made <of> & parts' },
      ]);
    });
    expect((await rowsOf(table)).map(({ accountId, company }) => [accountId, company])).toEqual([
      ['7003601', 'Harbor & Sons'],
      ['7003601', 'Made <of> & parts'],
    ]);
  });

  it('is read from the visible sheet that holds the report; rows are numbered as the sheet numbers them', async () => {
    const table = await workbook((book) => {
      book.addWorksheet('About').addRow(['Read this first']);
      const hidden = book.addWorksheet('Old', { state: 'hidden' });
      hidden.addRow(HEADER);
      const sheet = book.addWorksheet('Numbers');
      sheet.getRow(2).getCell(1).value = 'Porting report';
      sheet.getRow(4).values = HEADER;
      sheet.getRow(9).values = ['4155550123', '500008', '7003601', 'Submitted'];
    });
    const records = await all(table.records());
    expect(records.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [2, 'Porting report'],
      [4, 'Phone number'],
      [9, '4155550123'],
    ]);
  });

  it('may not hold two reports with other columns', async () => {
    const opening = workbook((book) => {
      book.addWorksheet('January').addRow(HEADER);
      book.addWorksheet('February').addRow(HEADER.toReversed());
    });
    await expect(opening).rejects.toThrow(
      'The sheets "January" and "February" both hold a report, with other columns: keep one of them.',
    );
  });

  it('is refused in a sentence when its end is missing', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Report').addRow(HEADER);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    await expect(open(bytes.subarray(0, bytes.length - 100))).rejects.toThrow(/^report.xlsx is damaged/);
  });

  it('is refused when it is another kind of package', async () => {
    const zip = new JSZip().file('word/document.xml', '<w/>');
    await expect(open(await zip.generateAsync({ type: 'uint8array' }))).rejects.toThrow(
      'report.xlsx is not an Excel workbook with a visible sheet.',
    );
  });
});

describe('a spreadsheet as other programs write it', () => {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (...all: string[]) => `<Relationships>${all.join('')}</Relationships>`;

  async function handmade(sheet: string, strings = ''): Promise<Table> {
    const zip = new JSZip();
    zip.file('xl/worksheets/data.xml', sheet);
    zip.file('_rels/.rels', relations(relation('a', 'officeDocument', '/xl/book.xml')));
    zip.file(
      'xl/book.xml',
      '<x:workbook xmlns:x="m" xmlns:rel="r"><x:sheets><x:sheet name="S" sheetId="1" rel:id="b"/></x:sheets></x:workbook>',
    );
    zip.file(
      'xl/_rels/book.xml.rels',
      relations(
        relation('b', 'worksheet', 'worksheets/data.xml'),
        relation('c', 'sharedStrings', 'strings.xml'),
      ),
    );
    zip.file('xl/strings.xml', `<sst>${strings}</sst>`);
    return open(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
  }

  const cellsOf = async (table: Table) => (await all(table.records())).map(({ cells }) => cells);

  it('has texts inline, in parts, and escaped', async () => {
    const table = await handmade(
      `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a &amp;lt; b</x:t></x:is></x:c>
       <x:c t="inlineStr"><x:is><x:r><x:t xml:space="preserve">in </x:t></x:r><x:r><x:t>parts</x:t></x:r></x:is></x:c>
       <x:c t="inlineStr"><x:is><x:t><![CDATA[two_x000A_lines]]></x:t></x:is></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
    expect(await cellsOf(table)).toEqual([['a &lt; b', 'in parts', 'two\nlines', 'TRUE']]);
  });

  it('has readings beside Japanese texts, which are no part of them', async () => {
    const table = await handmade(
      '<worksheet><sheetData><row r="1"><c r="B1" t="s"><v>0</v></c></row></sheetData></worksheet>',
      '<si><t>東京電話</t><rPh sb="0" eb="4"><t>トウキョウデンワ</t></rPh></si>',
    );
    expect(await cellsOf(table)).toEqual([['', '東京電話']]);
  });

  it('is refused when a cell refers to nothing, or its parts are not well-formed', async () => {
    const sheet = (inner: string) => `<worksheet><sheetData>${inner}</sheetData></worksheet>`;
    await expect(handmade(sheet('<row><c t="s"><v>7</v></c></row>'))).rejects.toThrow(/there is no text 7/);
    await expect(handmade(sheet('<row><c>'))).rejects.toThrow(/^report.xlsx is damaged/);
  });
});

describe('a spreadsheet of our own making', () => {
  it('is read back, over as many sheets as it has', async () => {
    const rows = Array.from({ length: 7 }, (_, i) =>
      sampleRow(i, { detailedStatus: 'submitted', focTime: null, company: i === 3 ? '=1+1' : 'Two\nlines' }),
    );
    const table = await open(await bytesOf(xlsxWriter(3), rows));
    const read = await rowsOf(table);
    expect(read.map(({ phone }) => phone)).toEqual(rows.map(([phone]) => phone));
    expect(read.map(({ order }) => order.createdOn)).toEqual(Array(7).fill('2026-03-08'));
    expect(read[3]?.company).toBe('=1+1');
    const numbers = (await all(table.records())).map(({ number }) => number);
    expect(numbers).toEqual([1, 2, 3, 4, 6, 7, 8, 10]);
  });
});
