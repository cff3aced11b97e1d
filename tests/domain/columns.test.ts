import { expect, it } from 'vitest';
import { COLUMN_KEYS, COLUMNS, FIELDS } from '#domain/columns.ts';
import type { RowCoversFields } from '#domain/report-row.ts';

it('lists the 19 fields once each, in their order, before the computed ones', () => {
  expect(FIELDS.map((column) => column.key)).toEqual([...COLUMN_KEYS]);
  expect(FIELDS).toHaveLength(19);
  expect(new Set(COLUMNS.map((column) => column.key)).size).toBe(COLUMNS.length);
  const covers: RowCoversFields = true;
  expect(covers).toBe(true);
});

it('gives each column a label of its own and a help text', () => {
  expect(new Set(COLUMNS.map((column) => column.label)).size).toBe(COLUMNS.length);
  for (const column of COLUMNS) expect(column.help).toMatch(/^[A-Z].{15,}\.$/);
});
