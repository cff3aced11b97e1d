import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXml } from '#documents/xml/write-xml.ts';
import { xmlAttribute, xmlText } from '#documents/xml-text.ts';
import { ALL_COLUMNS, awkwardRows, factsOf, sampleRow, written } from './sample-report.ts';
import { all, readXml, textOf } from './xml-reader.ts';

/** What a reader gets for a text: as it was, but for what XML cannot hold. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/\p{Cc}/gu, (c) =>
      c < ' ' && !'\t\n\r'.includes(c) ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : c,
    );
}

describe('XML text', () => {
  it('is well-formed and comes back, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const root = readXml(`<a b="${xmlAttribute(text)}">${xmlText(text)}</a>`);
        expect(textOf(root)).toBe(visible(text));
        expect(root.attributes.b).toBe(visible(text));
      }),
    );
  });

  it('keeps control characters visible and halves of pairs harmless', () => {
    expect(xmlText('a\u0000b\u0007\ud800')).toBe('a␀b␇\ufffd');
    expect(textOf(readXml(`<a>${xmlText('one\r\ntwo\rthree\t]]>')}</a>`))).toBe('one\r\ntwo\rthree\t]]>');
  });
});

describe('the report as XML', () => {
  it('holds every value, typed, and tells blank from empty', async () => {
    const rows = [...awkwardRows(), sampleRow(2, { company: null })];
    const root = readXml((await written(writeXml, rows)).toString('utf8'));
    const read = all(root, 'row').map((row) =>
      ALL_COLUMNS.map((column) => {
        const [element] = all(row, column.key);
        return element?.attributes['xsi:nil'] === 'true' ? null : textOf(element);
      }),
    );
    const expected = rows.map((row) =>
      row.map((value, i) => {
        const kind = ALL_COLUMNS[i]?.kind;
        if (value === null) return null;
        if (kind === 'flag') return value === 't' ? 'true' : 'false';
        return kind === 'time' ? value.slice(0, 5) : visible(value);
      }),
    );
    expect(read).toEqual(expected);
  });

  it('says in its root what it is', async () => {
    const rows = [sampleRow(0), sampleRow(1)];
    const facts = factsOf(rows);
    const root = readXml((await written(writeXml, rows)).toString('utf8'));
    expect(root.attributes).toMatchObject({
      title: facts.title,
      confidentiality: facts.confidentiality,
      partner: facts.partner,
      madeBy: facts.madeBy.name,
      madeByEmail: facts.madeBy.email,
      asOf: '2026-11-23T17:42:00.000Z',
      rows: '2',
      'xml:lang': 'en',
    });
    expect(all(root, 'parameter').map(textOf)).toEqual(facts.parameters);
    expect(all(root, 'count').map((c) => [c.attributes.status, Number(textOf(c))])).toEqual(
      Object.entries(facts.counts),
    );
  });

  it('is a whole document without rows', async () => {
    expect(all(readXml((await written(writeXml, [])).toString('utf8')), 'row')).toEqual([]);
  });
});
