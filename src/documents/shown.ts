import type { ColumnKey, FileColumn } from '#domain/columns.ts';
import { displayValue } from '#domain/display.ts';
import { PRIORITIES } from '#domain/priority.ts';
import { NOT_READY } from '#domain/ready-to-assign.ts';
import { DETAILED_STATUSES, STATUSES } from '#domain/status.ts';

/** What a cell shows, from a value as the database writes it: `(415) 555-0140`, `8 Nov 2026`, `1:30 PM`, labels, Yes or No. */
export function shown(column: FileColumn, value: string | null | undefined): string {
  return displayValue(
    column.key as ColumnKey,
    column.kind === 'flag' && typeof value === 'string' ? value === 't' : value,
  );
}

/** What every value of an enum or a flag shows; empty for columns whose values are not a fixed few. */
export function shownValues(column: FileColumn): Map<string, string> {
  const values = column.kind === 'flag' ? ['t', 'f'] : (ENUMS[column.key as ColumnKey] ?? []);
  return new Map(values.map((value) => [value, shown(column, value)]));
}

const ENUMS: Partial<Record<ColumnKey, readonly string[]>> = {
  priority: PRIORITIES,
  status: STATUSES,
  detailedStatus: DETAILED_STATUSES,
  notReadyBecause: Object.keys(NOT_READY),
};
