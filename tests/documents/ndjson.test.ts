import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNdjson } from '#documents/ndjson/write-ndjson.ts';
import { ALL_COLUMNS, awkwardRows, sampleRow, written } from './sample-report.ts';

describe('the report as JSON lines', () => {
  it('holds every value, typed, with null for blank', async () => {
    const rows = [...awkwardRows(), sampleRow(2, { company: null })];
    const lines = (await written(writeNdjson, rows)).toString('utf8').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      rows.map((row) =>
        Object.fromEntries(
          ALL_COLUMNS.map(({ key, kind }, i) => {
            const value = row[i] ?? null;
            if (value === null) return [key, null];
            return [key, kind === 'flag' ? value === 't' : kind === 'time' ? value.slice(0, 5) : value];
          }),
        ),
      ),
    );
  });

  it('keeps a row on one line and gives back any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const rows = texts.map((text, i) => sampleRow(i, { company: text }));
          const lines = (await written(writeNdjson, rows)).toString('utf8').trimEnd().split('\n');
          expect(lines.map((line) => JSON.parse(line).company)).toEqual(texts);
        },
      ),
    );
  });

  it('is empty without rows', async () => {
    expect((await written(writeNdjson, [])).length).toBe(0);
  });
});
