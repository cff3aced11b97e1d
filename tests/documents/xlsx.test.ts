import ExcelJS from 'exceljs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '#documents/xlsx/column-letters.ts';
import { writeXlsx, xlsxWriter } from '#documents/xlsx/write-xlsx.ts';
import { displayValue } from '#domain/display.ts';
import { ALL_COLUMNS, awkwardRows, factsOf, type Row, sampleRow, written } from './sample-report.ts';
import { all, type Element, readXml, textOf } from './xml-reader.ts';

describe('the report as a workbook', () => {
  it('holds every value: dates as dates, times as times, all else as text', async () => {
    const rows = awkwardRows();
    expect(await readBack(await written(writeXlsx, rows))).toEqual([rows.map(expected)]);
  });

  it('is laid out to be worked with', async () => {
    const rows = [sampleRow(0), sampleRow(1)];
    const workbook = await opened(await written(writeXlsx, rows));
    const sheet = workbook.getWorksheet('Report');
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Report', 'About']);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 });
    expect(sheet?.autoFilter).toBe('A1:U3');
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      printTitlesRow: '1:1',
      fitToWidth: 1,
    });
    expect(sheet?.getRow(1).values).toEqual([undefined, ...ALL_COLUMNS.map(({ label }) => label)]);
    expect(sheet?.getCell('A2').numFmt).toBe('@');
    expect(sheet?.getCell('B3').numFmt).toBe('d mmm yyyy');
    expect(sheet?.getCell('G2').numFmt).toBe('h:mm AM/PM');
    for (const column of sheet?.columns ?? []) expect(column.width).toBeGreaterThanOrEqual(12);
  });

  it('has no merged cell, a reference in every cell, and no green triangles', async () => {
    const [sheet] = await sheets(await written(writeXlsx, awkwardRows()));
    if (!sheet) throw new Error('no sheet');
    expect(all(sheet, 'mergeCell')).toEqual([]);
    expect(all(sheet, 'dimension')[0]?.attributes.ref).toBe('A1:U25');
    all(sheet, 'row').forEach((row, i) => {
      expect(row.attributes.r).toBe(String(i + 1));
      for (const cell of all(row, 'c')) expect(cell.attributes.r).toMatch(new RegExp(`^[A-U]${i + 1}$`));
    });
    expect(all(sheet, 'ignoredError')[0]?.attributes).toMatchObject({
      sqref: 'A1:U25',
      numberStoredAsText: '1',
    });
  });

  it('says on its last sheet what it is', async () => {
    const rows = [sampleRow(0), sampleRow(1), sampleRow(2)];
    const facts = factsOf(rows);
    const about = (await opened(await written(writeXlsx, rows))).getWorksheet('About');
    const cells = (about?.getSheetValues() ?? []).flatMap((row) =>
      Array.isArray(row) ? [row.slice(1)] : [],
    );
    expect(cells).toEqual(
      expect.arrayContaining([
        [facts.title],
        [facts.confidentiality],
        ['Partner', facts.partner],
        ['As of', 'Mon 23 Nov 2026, 9:42 AM PT'],
        ['Made by', 'Dana "D" Whitfield & Co (dana@fish.example)'],
        ['Parameters', 'Status: Waiting for You; Account: 7003601 Smith & Jones'],
        ['Rows', 3],
        ['Waiting for You', 3],
      ]),
    );
  });

  it.each([0, 1, 9, 10, 11, 20, 35])(
    'goes on over sheets that hold ten rows each: %i rows',
    async (count) => {
      const rows = Array.from({ length: count }, (_, i) => sampleRow(i));
      const bytes = await written(xlsxWriter(10), rows);
      const parts = Array.from({ length: Math.max(1, Math.ceil(count / 10)) }, (_, i) =>
        rows.slice(i * 10, i * 10 + 10),
      );
      expect(await readBack(bytes)).toEqual(parts.map((part) => part.map(expected)));
      const names = (await opened(bytes)).worksheets.map(({ name }) => name);
      expect(names).toEqual([...parts.map((_, i) => (i === 0 ? 'Report' : `Report (${i + 1})`)), 'About']);
    },
  );

  it('holds only the columns asked for, in their order', async () => {
    const columns = [ALL_COLUMNS[8], ALL_COLUMNS[0]].flatMap((column) => column ?? []);
    const bytes = await written(writeXlsx, [['waiting-for-you', '+14155550140']], {
      columns,
      facts: factsOf([], { rows: 1 }),
    });
    const sheet = (await opened(bytes)).getWorksheet('Report');
    expect(sheet?.getRow(1).values).toEqual([undefined, 'Status', 'Phone Number']);
    expect(sheet?.getRow(2).values).toEqual([undefined, 'Waiting for You', '+14155550140']);
  });

  it('says what does not fit a cell instead of dropping it in silence', async () => {
    const rows = [sampleRow(0, { rejectReason: 'x'.repeat(40_000) })];
    const [sheet] = await readBack(await written(writeXlsx, rows));
    const text = String(sheet?.[0]?.[18]);
    expect(text).toHaveLength(32_767);
    expect(text).toMatch(/x \[…cut here: Excel holds 32,767 characters a cell, this text has 40,000\]$/);
  });

  it('gives back any text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('_x0041_', '_x005F_', '_x_'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const rows = texts.map((company, i) => sampleRow(i, { company }));
        expect(await readBack(await written(writeXlsx, rows))).toEqual([rows.map(expected)]);
      }),
      { numRuns: 20 },
    );
  });

  it('letters its columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

async function sheets(bytes: Buffer): Promise<Element[]> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const names = Object.keys(zip.files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  const number = (name: string) => Number(/\d+/.exec(name.slice(name.lastIndexOf('sheet')))?.[0]);
  const sorted = names.sort((a, b) => number(a) - number(b)).slice(0, -1);
  return Promise.all(sorted.map(async (name) => readXml((await zip.file(name)?.async('string')) ?? '')));
}

/** The values of each sheet, read from its XML as the format says, without any library that knows spreadsheets. */
async function readBack(bytes: Buffer): Promise<(string | number | null)[][][]> {
  const zip = await JSZip.loadAsync(bytes);
  const strings = all(readXml((await zip.file('xl/sharedStrings.xml')?.async('string')) ?? ''), 'si').map(
    textOf,
  );
  return (await sheets(bytes)).map((sheet) =>
    all(sheet, 'row')
      .slice(1)
      .map((row) => {
        const values: (string | number | null)[] = ALL_COLUMNS.map(() => null);
        for (const cell of all(row, 'c')) {
          const [value] = all(cell, 'v').map(textOf);
          const at = ALL_COLUMNS.findIndex((_, i) => cell.attributes.r?.startsWith(columnLetters(i)));
          const text = value ?? textOf(cell);
          if (cell.attributes.t === 's') values[at] = strings[Number(text)] ?? null;
          else if (cell.attributes.t === 'inlineStr') values[at] = decoded(text);
          else values[at] = Number(text);
        }
        return values;
      }),
  );
}

/** `_x0041_` stands for its character in a spreadsheet's strings. */
function decoded(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** What a reader is to find for a row: Excel's own numbers for dates and times, texts as they are, labels for enums. */
function expected(row: Row): (string | number | null)[] {
  return row.map((value, i) => {
    const column = ALL_COLUMNS[i];
    if (!column || value === null) return null;
    if (column.kind === 'date') return Date.parse(`${value}T00:00:00Z`) / 86_400_000 + 25_569;
    if (column.kind === 'time') return 13.5 / 24;
    if (column.kind === 'flag') return value === 't' ? 'Yes' : 'No';
    if (column.kind === 'enum') return displayValue(column.key, value);
    return visible(value);
  });
}

function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/\p{Cc}/gu, (c) =>
      c < ' ' && !'\t\n\r'.includes(c) ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : c,
    );
}
