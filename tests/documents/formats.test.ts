import { expect, test } from 'vitest';
import { expectedFile, FORMAT_NAMES, FORMATS } from '#documents/formats.ts';
import { writePdf } from '#documents/pdf/write-pdf.ts';
import { WRITERS } from '#documents/writers.ts';
import { FIELDS } from '#domain/columns.ts';
import { readPdf } from './pdf-reader.ts';
import { ALL_COLUMNS, sampleRow, written } from './sample-report.ts';

test.each(FORMAT_NAMES)('%s has a writer', async (name) => {
  const writer = WRITERS[name];
  expect(FORMATS[name].extension).toBe(name.split('-')[0]);
  if (writer.from === 'records') expect(await writer.load()).toBeTypeOf('function');
  else expect((await written(await writer.load(), [sampleRow(0)])).length).toBeGreaterThan(100);
});

test('what is said of a PDF before it is written is about what it will be', async () => {
  const rows = Array.from({ length: 1_000 }, (_, i) => sampleRow(i, { company: null, coordinator: null }));
  const { pages } = await readPdf(await written(writePdf, rows));
  const expected = expectedFile('pdf', rows.length, ALL_COLUMNS);
  expect(Math.abs((expected.pages ?? 0) - pages.length)).toBeLessThanOrEqual(2);
  expect(expectedFile('pdf', 1_000_003, FIELDS).pages).toBe(21_277);
  expect(expectedFile('xlsx', 1_000_000, ALL_COLUMNS).pages).toBeNull();
  expect(expectedFile('pdf', 0, ALL_COLUMNS)).toEqual({ bytes: 0, seconds: 0, pages: 1 });
});
