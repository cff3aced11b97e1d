import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CopiedRow, copiedRows } from '#data/report/query/copied-rows.ts';

/** The bytes of COPY in chunks of a size, read back. */
async function readBack(rows: readonly CopiedRow[], size: number): Promise<CopiedRow[]> {
  const bytes = Buffer.from(rows.map((row) => `${row.map(copied).join('\t')}\n`).join(''));
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const read: CopiedRow[] = [];
  for await (const batch of copiedRows(Readable.from(chunks))) read.push(...batch);
  return read;
}

/** A value as Postgres copies it. */
function copied(value: string | null): string {
  const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
  return value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? '');
}

it('rows are the same however COPY cuts them into chunks', async () => {
  const value = fc.option(fc.string({ unit: 'grapheme' }), { nil: null });
  const rows = fc.array(fc.tuple(value, value, value), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 200 }), async (made, size) => {
      expect(await readBack(made, size)).toEqual(made);
    }),
  );
});

it('rows longer than what is decoded at once, and chunks of many rows, are read whole', async () => {
  const long = (length: number) => 'é'.repeat(length);
  const rows = Array.from({ length: 900 }, (_, i) => [
    `+1212555${i}`,
    long(i % 300 === 7 ? 60_000 : i),
    null,
  ]);
  for (const size of [1_000, 65_536, 10_000_000]) expect(await readBack(rows, size)).toEqual(rows);
});
