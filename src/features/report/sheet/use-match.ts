'use client';

import { useMemo } from 'react';
import { type ColumnKey, column, FIELDS, type ReportColumn } from '#domain/columns.ts';
import { type Needle, needleOf } from '#domain/find.ts';
import type { Found } from '#domain/report-request.ts';
import type { SheetRow } from '../wire.ts';
import { isHit } from './cell-text.tsx';

export type Match = {
  needle: Needle | null;
  /** The row that Find stands on, and the visible column to mark as current. */
  current: { row: string; column: ColumnKey | null } | null;
  /** Set when the current match stands only in a column that is hidden. */
  hidden: ReportColumn | null;
};

/** Which of the page's rows Find stands on. `shown` are the keys of the visible columns, in their order. */
export function useMatch(
  rows: readonly SheetRow[],
  find: string | null,
  found: Found | null,
  shown: readonly ColumnKey[],
): Match {
  const needle = useMemo(() => (find ? needleOf(find) : null), [find]);
  return useMemo(() => {
    if (!needle || !found?.current) return { needle, current: null, hidden: null };
    const row = rows.filter((r) => FIELDS.some((c) => isHit(r, c, needle)))[found.current - found.before - 1];
    if (!row) return { needle, current: null, hidden: null };
    const visible = shown.find((key) => isHit(row, column(key), needle)) ?? null;
    const hidden = visible ? null : (FIELDS.find((c) => isHit(row, c, needle)) ?? null);
    return { needle, current: { row: row.id, column: visible }, hidden };
  }, [rows, needle, found, shown]);
}
