import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guessMapping } from '#domain/carrier-list/mapping.ts';
import { inspectList, sampleList } from '#features/desk/upload/inspect-list.ts';
import { openList, readRows } from '#features/desk/upload/open-list.ts';
import { writeRowsFile } from '#features/desk/upload/write-rows-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'carrier-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(await mkdtemp(path.join(folder, 'one-')), name);
  await writeFile(file, content);
  return file;
}

async function rowsOf(file: string) {
  const list = await openList(file);
  return Array.fromAsync(readRows(list, guessMapping(list.headers)));
}

describe('a list is read', () => {
  test('with lines above its header, by semicolons, with blank rows between', async () => {
    const file = await fileOf(
      'list.csv',
      'Weekly update;;\n\nTN;Status;FOC Date\n4155550140;FOC;11/30/2026\n;;\n4155550141;Rejected;\n',
    );
    expect(await inspectList(file)).toEqual({ headers: ['TN', 'Status', 'FOC Date'], records: 2 });
    const rows = await rowsOf(file);
    expect(rows.map(({ record, reading }) => [record, reading.names?.phone, reading.says?.to])).toEqual([
      [4, '+14155550140', 'firm-order-confirmation'],
      [6, '+14155550141', 'rejected'],
    ]);
  });

  test('without a header, when its first row has a number already', async () => {
    const file = await fileOf('list.csv', '415-555-0140,FOC,2026-11-30\n415-555-0141,FOC,2026-11-30\n');
    expect(await inspectList(file)).toEqual({ headers: ['Column 1', 'Column 2', 'Column 3'], records: 2 });
    expect(await sampleList(await openList(file))).toEqual([
      ['415-555-0140', '415-555-0141'],
      ['FOC'],
      ['2026-11-30'],
    ]);
  });

  test('from Excel: numbers, days and times are what they look like', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Updates');
    sheet.addRow(['TN', 'Order ID', 'Status', 'FOC', 'FOC Time']);
    sheet.addRow([4_155_550_140, 4_012_391, 'FOC', new Date('2026-11-30T00:00:00Z'), 0.4375]);
    const file = await fileOf('list.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    const [row] = await rowsOf(file);
    expect(row).toMatchObject({
      cells: ['4155550140', '4012391', 'FOC', '2026-11-30', '10:30'],
      reading: { says: { focOn: '2026-11-30', focTime: '10:30' } },
    });
  });

  test('and a row with more cells than the header is refused, not shifted', async () => {
    const file = await fileOf('list.csv', 'TN,Status\n4155550140,Rejected,because, of this\n');
    const [row] = await rowsOf(file);
    expect(row?.reading.because).toMatch(/^The row has more cells than the header/);
  });
});

describe('a hostile file is refused with one sentence', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  test.each<[string, string | Uint8Array, RegExp]>([
    ['list.csv', '', /^list\.csv is empty\.$/],
    ['list.csv', '\n\n  \n', /^list\.csv has no rows\.$/],
    ['list.csv', 'TN,Status\n', /^list\.csv has a header and no rows below it\.$/],
    ['list.csv', 'TN\n4155550140\n', /^list\.csv has one column/],
    ['list.csv', 'Name,Colour\nAnna,red\n', /^No column of list\.csv holds a phone number/],
    ['list.csv', png, /^Line 1 of list\.csv is not UTF-8/],
    ['list.xlsx', png, /^list\.xlsx is not an Excel file, although it is named like one\.$/],
    ['list.xlsx', 'TN,Status\n4155550140,FOC\n', /^list\.xlsx is not an Excel file/],
    ['list.xlsx', zipSync({ 'word/document.xml': Buffer.from('<w/>') }), /is not an Excel workbook/],
    ['list.csv', `TN,Status\n"4155550140,FOC\n${'x\n'.repeat(9)}`, /opens a quote that is never closed/],
    ['list.csv', `TN${',x'.repeat(300)}\n1${',2'.repeat(300)}\n`, /has more than 200 columns/],
  ])('%s (%#)', async (name, content, sentence) => {
    const file = await fileOf(name, content);
    await expect(inspectList(file)).rejects.toThrow(sentence);
  });

  test('more than 20,000 rows', async () => {
    const rows = Array.from(
      { length: 20_001 },
      (_, i) => `415555${String(i % 10_000).padStart(4, '0')},FOC\n`,
    );
    const file = await fileOf('list.csv', `TN,Status\n${rows.join('')}`);
    await expect(inspectList(file)).rejects.toThrow(
      'list.csv has more than 20,000 rows: split it into several',
    );
  });

  test('a bomb: a small workbook that is endless inside', async () => {
    const file = await fileOf('list.xlsx', bomb(150_000_000));
    const before = process.memoryUsage().rss;
    await expect(inspectList(file)).rejects.toThrow(/^The workbook is far larger inside than the file is/);
    expect((process.memoryUsage().rss - before) / 1e6, 'MB').toBeLessThan(400);
  });

  test('a cell that claims to stand far out, and rows out of order', async () => {
    const far = await fileOf('list.xlsx', workbook('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'));
    await expect(inspectList(far)).rejects.toThrow(/is damaged and cannot be read/);
    const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>4155550140</t></is></c>`;
    const row = (r: number) => `<row r="${r}">${cell(`A${r}`)}${cell(`B${r}`)}</row>`;
    const twice = await fileOf('list.xlsx', workbook(`${row(1)}${row(2)}${row(2)}`));
    await expect(inspectList(twice)).rejects.toThrow(/its rows are out of order/);
  });
});

test('refused rows come back as a file that can be mended and read again', async () => {
  const headers = ['TN', 'Note, long', 'Why the desk refused this row'];
  const row = {
    ...{ record: 2, order: null, outcome: 'refused' as const, warning: null, changes: [] },
    cells: ['4155550140', 'a "b"\nc', 'of another day'],
    because: 'It is on no order.',
  };
  async function* rows() {
    yield row;
  }
  const chunks = await Array.fromAsync(writeRowsFile({ headers }, rows(), 'refused'));
  const file = await fileOf('refused.csv', Buffer.concat(chunks));
  const list = await openList(file);
  expect(list.headers).toEqual(headers);
  const [again] = await Array.fromAsync(list.rows());
  expect(again?.cells).toEqual(['4155550140', 'a "b"\nc', 'It is on no order.']);
});

/** A workbook of one sheet with these rows. */
function workbook(rows: string): Uint8Array {
  const xml = (text: string) => Buffer.from(`<?xml version="1.0"?>${text}`);
  return zipSync(packageOf(xml(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)));
}

/** The same with one row, and then blanks without end. */
function bomb(bytes: number): Uint8Array {
  const sheet = Buffer.alloc(bytes, ' ');
  sheet.write('<?xml version="1.0"?><worksheet><sheetData>');
  return zipSync(packageOf(sheet), { level: 1 });
}

function packageOf(sheet: Buffer): Record<string, Uint8Array> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (id: string, type: string, target: string) =>
    Buffer.from(
      `<Relationships><Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`,
    );
  return {
    '_rels/.rels': relations('r1', 'officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relations('r1', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': Buffer.from(
      `<workbook xmlns:r="${office}"><sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/worksheets/sheet1.xml': sheet,
  };
}
