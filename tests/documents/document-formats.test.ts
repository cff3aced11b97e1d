import { expect, test } from 'vitest';
import { DOCUMENT_FORMATS, type DocumentFormat, expectedDocument } from '#documents/document-formats.ts';
import { readPdf } from './pdf-reader.ts';
import { ALL_COLUMNS, sampleRow, written } from './sample-report.ts';

const formats: [string, DocumentFormat][] = Object.entries(DOCUMENT_FORMATS);

test.each(formats)('%s names a writer', async (name, format) => {
  expect(format.extension).toBe(name);
  expect((await written(await format.load(), [sampleRow(0)])).length).toBeGreaterThan(100);
});

test('what is said of a PDF before it is written is about what it will be', async () => {
  const rows = Array.from({ length: 1_000 }, (_, i) => sampleRow(i, { company: null, coordinator: null }));
  const { pages } = await readPdf(await written(await DOCUMENT_FORMATS.pdf.load(), rows));
  const expected = expectedDocument(DOCUMENT_FORMATS.pdf, rows.length, ALL_COLUMNS);
  expect(Math.abs((expected.pages ?? 0) - pages.length)).toBeLessThanOrEqual(2);
  expect(expectedDocument(DOCUMENT_FORMATS.pdf, 1_000_003, ALL_COLUMNS).pages).toBe(21_277);
  expect(expectedDocument(DOCUMENT_FORMATS.xlsx, 1_000_000, ALL_COLUMNS).pages).toBeNull();
  expect(expectedDocument(DOCUMENT_FORMATS.pdf, 0, ALL_COLUMNS)).toEqual({ bytes: 0, seconds: 0, pages: 1 });
});
