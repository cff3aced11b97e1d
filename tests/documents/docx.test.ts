import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '#documents/docx/write-docx.ts';
import { shown } from '#documents/shown.ts';
import { ALL_COLUMNS, awkwardRows, factsOf, type Row, sampleRow, written } from './sample-report.ts';
import { all, type Element, readXml, textOf } from './xml-reader.ts';

describe('the report as a Word document', () => {
  it('shows every value', async () => {
    const rows = awkwardRows();
    const [header, ...read] = tableOf(await part(await written(writeDocx, rows), 'word/document.xml'));
    expect(header).toEqual(ALL_COLUMNS.map(({ label }) => label));
    expect(read).toEqual(rows.map(expected));
  });

  it.each([0, 1, 2])('is whole with %i rows', async (count) => {
    const rows = Array.from({ length: count }, (_, i) => sampleRow(i));
    const document = await part(await written(writeDocx, rows), 'word/document.xml');
    expect(tableOf(document)).toHaveLength(count + 1);
    expect(textOf(document).includes('No numbers match these parameters.')).toBe(count === 0);
  });

  it('begins another table, header and all, before one grows so long that programs toil over it', async () => {
    const rows = Array.from({ length: 1001 }, (_, i) => sampleRow(i));
    const document = await part(await written(writeDocx, rows), 'word/document.xml');
    const tables = reportTables(document);
    expect(tables.map((table) => all(table, 'w:tr').length)).toEqual([501, 501, 2]);
    for (const table of tables) expect(all(table, 'w:tblHeader')).toHaveLength(1);
    const read = tables.flatMap((table) => tableOf(table).slice(1));
    expect(read).toEqual(rows.map(expected));
  });

  it('lies on its side, repeats the header row, and numbers its pages', async () => {
    const bytes = await written(writeDocx, [sampleRow(0)]);
    const document = await part(bytes, 'word/document.xml');
    const [size] = all(document, 'w:pgSz');
    expect(size?.attributes).toMatchObject({ 'w:orient': 'landscape', 'w:w': '24480', 'w:h': '15840' });
    const repeated = all(document, 'w:tr').filter((row) => all(row, 'w:tblHeader').length > 0);
    expect(repeated).toHaveLength(1);
    expect(all(document, 'w:gridSpan').concat(all(document, 'w:vMerge'))).toEqual([]);

    const footer = await part(bytes, 'word/footer1.xml');
    expect(all(footer, 'w:instrText').map(textOf)).toEqual(['PAGE', 'NUMPAGES']);
    expect(textOf(footer)).toContain('Confidential: for Fish & Sons’ authorized contacts only');
    expect(textOf(await part(bytes, 'word/header1.xml'))).toContain('As of Mon 23 Nov 2026, 9:42 AM PT');
  });

  it('begins with what it is', async () => {
    const rows = [sampleRow(0), sampleRow(1), sampleRow(2)];
    const facts = factsOf(rows);
    const bytes = await written(writeDocx, rows);
    const document = await part(bytes, 'word/document.xml');
    const heading = all(document, 'w:p').find(
      (p) => all(p, 'w:pStyle')[0]?.attributes['w:val'] === 'Heading1',
    );
    expect(textOf(heading)).toBe(facts.title);
    const cells = all(document, 'w:tc').map((cell) => all(cell, 'w:p').map(textOf));
    expect(cells).toEqual(
      expect.arrayContaining([
        ['Partner', 'Fish & Sons <Telecom>'],
        ['Made by', 'Dana "D" Whitfield & Co (dana@fish.example)'],
        ['Parameters', 'Status: Waiting for You; Account: 7003601 Smith & Jones'],
        ['Rows', '3'],
        ['Waiting for You', '3'],
      ]),
    );
    const core = await part(bytes, 'docProps/core.xml');
    expect(textOf(all(core, 'dc:creator')[0])).toBe(facts.madeBy.name);
    expect(textOf(all(core, 'dcterms:created')[0])).toBe('2026-11-23T17:42:00Z');
  });

  it('prints few columns on letter paper', async () => {
    const columns = ALL_COLUMNS.slice(0, 4);
    const bytes = await written(writeDocx, [['+14155550140', null, '4', '5']], {
      columns,
      facts: factsOf([], { rows: 1 }),
    });
    const [size] = all(await part(bytes, 'word/document.xml'), 'w:pgSz');
    expect(size?.attributes).toMatchObject({ 'w:w': '15840', 'w:h': '12240' });
  });

  it('gives back any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const rows = texts.map((company, i) => sampleRow(i, { company }));
          const [, ...read] = tableOf(await part(await written(writeDocx, rows), 'word/document.xml'));
          expect(read).toEqual(rows.map(expected));
        },
      ),
      { numRuns: 20 },
    );
  });
});

async function part(bytes: Buffer, name: string): Promise<Element> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  return readXml((await zip.file(name)?.async('string')) ?? '');
}

/** The tables of the report's rows, after those of the facts. */
function reportTables(document: Element): Element[] {
  return all(document, 'w:tbl').slice(2);
}

/** The texts of a table of the report, row by row; of a document, those of its first one. */
function tableOf(element: Element): string[][] {
  const table = element.name === 'w:tbl' ? element : reportTables(element)[0];
  return all(table ?? element, 'w:tr').map((row) =>
    all(row, 'w:tc').map((cell) => all(cell, 'w:r').map(runText).join('')),
  );
}

function runText(run: Element): string {
  return run.children
    .map((child) => {
      if (typeof child === 'string') return child;
      return { 'w:br': '\n', 'w:tab': '\t', 'w:t': textOf(child) }[child.name] ?? '';
    })
    .join('');
}

/** What a cell is to show: a line break for every kind of it, and pictures for control characters. */
function expected(row: Row): string[] {
  return ALL_COLUMNS.map((column, i) =>
    shown(column, row[i])
      .toWellFormed()
      .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
      .replace(/[\ufffe\uffff]/g, '\ufffd')
      .replace(/\p{Cc}/gu, (c) =>
        c < ' ' && !'\t\n'.includes(c) ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : c,
      ),
  );
}
