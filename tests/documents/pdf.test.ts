import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from '#documents/pdf/wrap.ts';
import { writePdf } from '#documents/pdf/write-pdf.ts';
import { shown } from '#documents/shown.ts';
import { readPdf } from './pdf-reader.ts';
import { ALL_COLUMNS, awkwardRows, factsOf, type Row, sampleRow, written } from './sample-report.ts';

const PHONE_AND_DATES = ALL_COLUMNS.slice(0, 2);
const plain = (i: number): Row => [`+1415555${String(i).padStart(4, '0')}`, '2026-03-08'];
const plainRows = (count: number) => Array.from({ length: count }, (_, i) => plain(i));
const plainPdf = async (count: number) =>
  readPdf(
    await written(writePdf, plainRows(count), {
      columns: PHONE_AND_DATES,
      facts: factsOf([], { rows: count }),
    }),
  );

describe('the report as a PDF', () => {
  it('shows every value, whole, in the order of the columns', async () => {
    const rows = awkwardRows();
    const { pages } = await readPdf(await written(writePdf, rows));
    const text = squeezed(pages.map(({ texts }) => texts.join('')).join(''));
    for (const row of rows) {
      for (const [i, column] of ALL_COLUMNS.entries()) expect(text).toContain(drawn(shown(column, row[i])));
    }
    const [first] = rows;
    const cells = pages[0]?.texts ?? [];
    const start = cells.indexOf('(415) 555-0000');
    expect(cells.slice(start, start + 4)).toEqual(
      ALL_COLUMNS.flatMap((column, i) => shown(column, first?.[i]) || []).slice(0, 4),
    );
  });

  it('begins with what it is', async () => {
    const rows = [sampleRow(0), sampleRow(1), sampleRow(2)];
    const facts = factsOf(rows);
    const { pages, info, language } = await readPdf(await written(writePdf, rows));
    for (const text of [
      facts.title,
      facts.confidentiality,
      facts.partner,
      'Mon 23 Nov 2026, 9:42 AM PT',
      'Dana "D" Whitfield & Co (dana@fish.example)',
      'Status: Waiting for You; Account: 7003601 Smith & Jones',
      'Waiting for You',
      'Page 1 of',
    ]) {
      expect(pages[0]?.texts).toContain(text);
    }
    expect(info).toMatchObject({
      Title: facts.title,
      Author: facts.madeBy.name,
      Subject: facts.confidentiality,
    });
    expect(language).toBe('en');
  });

  it('repeats the header on each page and numbers it, on exactly one page and on one row more', async () => {
    let full = 20;
    while ((await plainPdf(full + 1)).pages.length === 1) full++;
    const one = await plainPdf(full);
    const two = await plainPdf(full + 1);
    expect(one.pages).toHaveLength(1);
    expect(two.pages).toHaveLength(2);
    two.pages.forEach((page, i) => {
      expect(page.texts).toContain('Phone Number');
      expect(page.text).toContain(`Page ${i + 1} of`);
      expect(page.texts).toContain('2');
    });
    expect(two.pages[1]?.texts).toContain(`(415) 555-${String(full).padStart(4, '0')}`);
  });

  it('says so where there are no rows', async () => {
    const { pages } = await plainPdf(0);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toContain('No numbers match these parameters.');
  });

  it('draws what its font lacks as a square, counts it, and keeps the real text for copying', async () => {
    const rows = [sampleRow(0, { company: 'Joe’s 🍕 שלום' })];
    const bytes = await written(writePdf, rows);
    const { pages } = await readPdf(bytes);
    expect(squeezed(pages[0]?.text ?? '')).toContain('Joe’s□□□□□7003601');
    expect(pages[0]?.text).toContain('5 characters that the font of this file does not hold are drawn as □.');
    const none = await readPdf(await written(writePdf, [sampleRow(0, { company: 'Živá Ωμέγα Живая' })]));
    expect(none.pages[0]?.text).not.toContain('□');
  });

  it('lets a cell that is higher than a page go on over pages, whole', async () => {
    const words = Array.from({ length: 4_000 }, (_, i) => `word${i}`);
    const { pages } = await readPdf(
      await written(writePdf, [sampleRow(0, { rejectReason: words.join(' ') })]),
    );
    expect(pages.length).toBeGreaterThan(2);
    const text = squeezed(
      pages.map(({ texts }) => texts.filter((t) => /^(word\d+ ?)+$/.test(t)).join('')).join(''),
    );
    expect(text).toBe(words.join(''));
  });

  it('is tagged with headings, rows and cells while it is short', async () => {
    const { marked, structure } = await readPdf(await written(writePdf, [sampleRow(0), sampleRow(1)]));
    expect(marked).toBe(true);
    const roles = structure.flat();
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(ALL_COLUMNS.length);
    expect(roles.filter((role) => role === 'TR')).toHaveLength(3);
  });

  it('has bookmarks to ranges of pages when it is long, and takes the paper its columns need', async () => {
    const long = await plainPdf(3_000);
    expect(long.pages.length).toBeGreaterThan(50);
    expect(long.outline[0]).toBe('Page 1: about this report');
    expect(long.outline[1]).toMatch(/^Page 6, row \d+: \(415\) 555-\d{4}$/);
    expect(long.outline.length).toBeLessThanOrEqual(61);
    expect(long.size).toEqual([792, 612]);
    expect((await plainPdf(3)).outline).toEqual([]);
    expect((await readPdf(await written(writePdf, [sampleRow(0)]))).size).toEqual([1224, 792]);
  });
});

describe('wrapping', () => {
  it('loses nothing but blanks, and keeps lines within their width', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '/', 'é', '\n', 'x') });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (words, width) => {
        const lines = wrapText(words, width, (part) => part.length);
        expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('breaks after words where it can, and inside them where it must', () => {
    const lines = (text: string) => wrapText(text, 10, (part) => part.length);
    expect(lines('Pending carrier response')).toEqual(['Pending', 'carrier', 'response']);
    expect(lines('N'.repeat(12))).toEqual(['N'.repeat(10), 'NN']);
    expect(lines('one\n\ntwo')).toEqual(['one', '', 'two']);
  });
});

/** Text as it is drawn: composed, with squares for clusters the font lacks, and blanks left aside, as lines end at them. */
function drawn(text: string): string {
  const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const boxed = [...clusters.segment(text.replace(/[\r\n]+/g, ' ').normalize('NFC'))].map(({ segment }) =>
    /[\p{Script=Hebrew}\p{Script=Arabic}\p{Extended_Pictographic}]|[^\P{Cc}\t]/u.test(segment)
      ? '□'
      : segment,
  );
  return squeezed(boxed.join(''));
}

function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
