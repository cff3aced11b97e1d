import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '#documents/csv/write-csv.ts';
import { reportFileName } from '#documents/file-name.ts';
import { parseFormat } from '#documents/formats.ts';
import { FIELDS } from '#domain/columns.ts';

async function written(records: string, chunk = records.length || 1): Promise<string> {
  const bytes = Buffer.from(records);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const parts = [];
  for await (const part of writeCsv(FIELDS, chunks())) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('a CSV file', () => {
  test('begins with a byte order mark and the labels of the fields, which end as all records do', async () => {
    const file = await written('');
    expect(file.startsWith('\ufeffPhone Number,Original Submission Date to Carrier,FP Case Number,')).toBe(
      true,
    );
    expect(file.endsWith(',Reject Reason\r\n')).toBe(true);
    expect(parse(file, { bom: true })).toEqual([FIELDS.map(({ label }) => label)]);
  });

  const records = '1,"a ""quoted"", text","two\nlines"\n2,,"""\n"""\n3,"",ÄÖ北京\n';

  test.each([1, 2, 3, 7, 64])(
    'ends records with CR LF and leaves line breaks in cells, however it is cut: %s',
    async (chunk) => {
      const body = (await written(records, chunk)).split('\r\n').slice(1);
      expect(body).toEqual(['1,"a ""quoted"", text","two\nlines"', '2,,"""\n"""', '3,"",ÄÖ北京', '']);
    },
  );
});

test('the name of a file says whose it is, and the Pacific day', () => {
  const asOf = new Date('2026-11-24T05:00:00Z');
  expect(reportFileName('harborlight', asOf, 'csv')).toBe('number-porting-report-harborlight-2026-11-23.csv');
});

test('a format is read in any case, and nothing that objects inherit is one', () => {
  expect([parseFormat(' CSV'), parseFormat('xls'), parseFormat('constructor')]).toEqual(['csv', null, null]);
});
