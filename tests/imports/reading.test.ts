import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from '#documents/reading/table.ts';
import type { Cell } from '#domain/import/cell.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { all } from './support.ts';

const HEADER = 'Phone number,Request ID,Account ID,Detailed Status,Reject reason';
const ROW = '4155550123,500008,7003601,Submitted,';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reading-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(content: string | Uint8Array, name = 'report.csv'): Promise<string> {
  const file = path.join(await mkdtemp(path.join(folder, 'one-')), name);
  await writeFile(file, content);
  return file;
}

async function recordsOf(content: string | Uint8Array, name?: string): Promise<[number, ...Cell[]][]> {
  const table = await openTable(await written(content, name));
  return (await all(table.records())).map(({ number, cells }) => [number, ...cells]);
}

describe('a CSV file', () => {
  it.each([',', ';', '\t'] as const)('is read with %j between its cells', async (delimiter) => {
    const lines = [HEADER, ROW].map((line) => line.replaceAll(',', delimiter)).join('\n');
    const table = await openTable(await written(`${lines}\n`));
    expect(table).toMatchObject({ delimiter, bom: false });
    expect(await all(table.records())).toEqual([
      { number: 1, cells: HEADER.split(',') },
      { number: 2, cells: ROW.split(',') },
    ]);
  });

  it('is read with the delimiter that its header speaks for, whatever its values hold', async () => {
    const text =
      'Phone number;Request ID;Confirmed Porting Time, PST;Location\n1;2;10:00 AM;a, b, c, d, e, f\n';
    expect(await recordsOf(text)).toEqual([
      [1, 'Phone number', 'Request ID', 'Confirmed Porting Time, PST', 'Location'],
      [2, '1', '2', '10:00 AM', 'a, b, c, d, e, f'],
    ]);
  });

  it('loses its byte order mark, and is remembered to have had one', async () => {
    const table = await openTable(await written(`\ufeff${HEADER}\r\n${ROW}\r\n`));
    expect(table.bom).toBe(true);
    const [first] = await all(table.records());
    expect(first?.cells[0]).toBe('Phone number');
  });

  it('counts records, not lines: a quoted line break starts none, a blank line is one', async () => {
    const text = `${HEADER}\r\n1,2,3,4,"Two\r\nLines, ""quoted"""\n\n5,6,7,8,9\r\n`;
    expect(await recordsOf(text)).toEqual([
      [1, ...HEADER.split(',')],
      [2, '1', '2', '3', '4', 'Two\r\nLines, "quoted"'],
      [3, ''],
      [4, '5', '6', '7', '8', '9'],
    ]);
  });

  it('keeps letters whole wherever its bytes are cut', async () => {
    const name = '東京電話サービス Łódź 🍕'.repeat(20_000);
    const text = `${HEADER}\n1,2,3,4,${name.slice(0, 150_000)}\nx,${name.slice(0, 150_001)}\n`;
    const [, first, second] = await recordsOf(text);
    expect(first?.[5]).toBe(name.slice(0, 150_000));
    expect(second?.[2]).toBe(name.slice(0, 150_001));
  });

  it('may have rows with fewer cells, as Excel writes them, or more', async () => {
    expect((await recordsOf(`${HEADER}\n1,2\n1,2,3,4,5,6,7\n`)).map((record) => record.length)).toEqual([
      6, 3, 8,
    ]);
  });

  it.each([
    ['nothing', '', 'report.csv is empty.'],
    [
      'bytes of another alphabet',
      Buffer.from(`${HEADER}\n1,2,3,4,Caf\xe9\n`, 'latin1'),
      'Line 2 of report.csv is not UTF-8: save the file as "CSV UTF-8".',
    ],
    [
      'a character cut off at the end',
      Buffer.from(`${HEADER}\n1,2,3,4,\u20ac`).subarray(0, -1),
      /^Line 2 .* is not UTF-8/,
    ],
    [
      'UTF-16',
      Buffer.from(`\ufeff${HEADER}\n`, 'utf16le'),
      'report.csv is UTF-16 ("Unicode text"): save it as "CSV UTF-8".',
    ],
    [
      'a quote that never closes',
      `${HEADER}\n${ROW}\n1,2,3,4,"oh\n${`${ROW}\n`.repeat(3)}`,
      'Record 3 of report.csv opens a quote that is never closed.',
    ],
    [
      'a quote that closes a megabyte later',
      `${HEADER}\n1,2,3,4,"oh\n${`${ROW}\n`.repeat(40_000)}"\n`,
      'Record 2 of report.csv opens a quote that is never closed.',
    ],
    [
      'something after a quote',
      `${HEADER}\n${ROW}\n${ROW}\n1,2,3,4,"Bob" Smith\n`,
      /^Record 4 of report.csv has something after a closing quote/,
    ],
    [
      'a quote inside a bare value',
      `${HEADER}\n1,2,3,4,5" pipe\n`,
      /^Record 2 of report.csv has a quote in the midst of a value/,
    ],
  ])('with %s is refused in a sentence', async (_, content, sentence) => {
    const failure = await recordsOf(content).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportImpossible);
    expect(String((failure as Error).message)).toMatch(sentence);
  });
});

describe('a file that is none of ours', () => {
  it.each([
    [
      'an Excel file of the old kind',
      Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
      'report.xls',
      /Excel file of the old kind/,
    ],
    [
      'a text that is named like a spreadsheet',
      'hello',
      'report.xlsx',
      'report.xlsx is not an Excel file, although it is named like one.',
    ],
    [
      'the beginning of a spreadsheet',
      Buffer.from('504b0304140000000800', 'hex'),
      'report.xlsx',
      /^report.xlsx is damaged and cannot be read/,
    ],
  ])('%s is refused', async (_, content, name, sentence) => {
    await expect(recordsOf(content, name)).rejects.toThrow(sentence);
  });

  it('is refused when it is not there, or is a folder', async () => {
    await expect(openTable(path.join(folder, 'none.csv'))).rejects.toThrow(/none.csv does not exist\.$/);
    await expect(openTable(folder)).rejects.toThrow(/is not a file\.$/);
  });
});
