import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '#documents/docx/write-docx.ts';
import { writeNdjson } from '#documents/ndjson/write-ndjson.ts';
import { writePdf } from '#documents/pdf/write-pdf.ts';
import { type ReportWriter, RowsDisagree } from '#documents/report-document.ts';
import { writeXlsx } from '#documents/xlsx/write-xlsx.ts';
import { writeXml } from '#documents/xml/write-xml.ts';
import { readPdf } from './pdf-reader.ts';
import { ALL_COLUMNS, factsOf, sampleRow, WatchedRows, written } from './sample-report.ts';
import { readXml } from './xml-reader.ts';

const rows = Array.from({ length: 6_000 }, (_, i) =>
  sampleRow(i, { rejectReason: `Reason ${i * 7919}`.repeat(8) }),
);
const facts = factsOf(rows);

type Opens = (bytes: Buffer) => Promise<unknown>;
const opensZip: Opens = (bytes) => JSZip.loadAsync(bytes);
const writers: [string, ReportWriter, Opens | null][] = [
  ['xlsx', writeXlsx, opensZip],
  ['docx', writeDocx, opensZip],
  ['pdf', writePdf, readPdf],
  ['xml', writeXml, async (bytes) => readXml(bytes.toString('utf8'))],
  ['ndjson', writeNdjson, null],
];

describe.each(writers)('a document as %s', (_, write, opens) => {
  it('begins before the rows have been read, and reads them no faster than it is read', async () => {
    const source = new WatchedRows(rows, { size: 50 });
    const document = write(facts, ALL_COLUMNS, source, new AbortController().signal)[Symbol.asyncIterator]();
    await document.next();
    expect(source.taken).toBeLessThanOrEqual(500);
    await document.return?.();
  });

  it('ends the iteration of the rows when its reader leaves', async () => {
    const source = new WatchedRows(rows, { size: 50 });
    let size = 0;
    for await (const chunk of write(facts, ALL_COLUMNS, source, new AbortController().signal)) {
      size += chunk.length;
      if (source.taken >= 100) break;
    }
    expect(size).toBeGreaterThan(0);
    expect(source).toMatchObject({ ended: true });
    expect(source.taken).toBeLessThan(rows.length);
  });

  it('ends the iteration of the rows when it is aborted, and fails with the reason', async () => {
    const stop = new AbortController();
    const source = new WatchedRows(rows, { size: 50 });
    const reading = (async () => {
      for await (const _chunk of write(facts, ALL_COLUMNS, source, stop.signal)) {
        if (source.taken >= 100) stop.abort(new Error('the tab was closed'));
      }
    })();
    await expect(reading).rejects.toThrow('the tab was closed');
    expect(source.ended).toBe(true);
    expect(source.taken).toBeLessThan(rows.length);
  });

  it('never looks whole when the rows fail on the way', async () => {
    const source = new WatchedRows(rows, { failAfter: 3_000, size: 50 });
    const chunks: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of write(facts, ALL_COLUMNS, source, new AbortController().signal))
        chunks.push(chunk);
    })();
    await expect(reading).rejects.toThrow('the database is gone');
    if (opens) await expect(opens(Buffer.concat(chunks))).rejects.toThrow();
  });

  it.each([rows.length - 1, rows.length + 1])(
    'refuses rows that are not the %i it says',
    async (promised) => {
      const wrong = factsOf(rows, { rows: promised });
      await expect(written(write, rows, { facts: wrong, size: 50 })).rejects.toThrow(RowsDisagree);
    },
  );

  it('tells how many rows were written', async () => {
    const told: number[] = [];
    const some = rows.slice(0, 120);
    const source = new WatchedRows(some, { size: 50 });
    const signal = new AbortController().signal;
    for await (const _chunk of write(factsOf(some), ALL_COLUMNS, source, signal, (n) => told.push(n))) {
      expect(told.at(-1) ?? 0).toBeLessThanOrEqual(some.length);
    }
    expect(told).toEqual([50, 100, 120]);
  });

  it('is the same bytes for the same report, however the rows are cut', async () => {
    const some = rows.slice(0, 120);
    expect(await written(write, some, { size: 7 })).toEqual(await written(write, some, { size: 7 }));
  });
});
