'use client';

import {
  type ColumnDef,
  columnOrderingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useCallback, useMemo, useState } from 'react';
import { COLUMN_KEYS, COLUMNS, type ColumnKey, column, type ReportColumn } from '#domain/columns.ts';
import type { Preferences } from '#domain/preferences.ts';

/** The columns in their order, all of them; `shown` and `pinned` say which are visible and which stay in place. */
export type ColumnLayout = {
  order: ColumnKey[];
  shown: ReadonlySet<ColumnKey>;
  pinned: ReadonlySet<ColumnKey>;
};

/** A visible column: `left` is the distance in pixels at which it stays, null when it scrolls. */
export type SheetColumn = ReportColumn & { left: number | null; lastPinned: boolean };

export type SheetColumns = {
  layout: ColumnLayout;
  visible: SheetColumn[];
  /** The sum of the widths, in pixels at 100 %. */
  width: number;
  /** Applies and remembers a layout; `preview` applies it for as long as something is being dragged. */
  set: (layout: ColumnLayout) => void;
  preview: (layout: ColumnLayout) => void;
  /** Whether this is what everyone begins with. */
  standard: boolean;
};

const features = tableFeatures({ columnOrderingFeature, columnPinningFeature, columnVisibilityFeature });
const DEFS: ColumnDef<typeof features, never, unknown>[] = COLUMNS.map(({ key }) => ({
  id: key,
  enableHiding: key !== 'phone',
}));
const NO_ROWS: never[] = [];

/** What everyone begins with: the 19 fields in their order, the phone number in place. */
export const STANDARD_LAYOUT: ColumnLayout = {
  order: COLUMNS.map(({ key }) => key),
  shown: new Set<ColumnKey>(COLUMN_KEYS),
  pinned: new Set<ColumnKey>(['phone']),
};

/** The state of the sheet's columns, as remembered; `save` is told what to remember when they change. */
export function useColumns(
  remembered: Preferences['report.columns'],
  save: (columns: NonNullable<Preferences['report.columns']>) => void,
): SheetColumns {
  const [layout, setLayout] = useState(() => layoutOf(remembered));
  const state = useMemo(() => tableState(layout), [layout]);
  const table = useTable({ features, columns: DEFS, data: NO_ROWS, state });
  const set = useCallback(
    (next: ColumnLayout) => {
      setLayout(next);
      save(preferenceOf(next));
    },
    [save],
  );
  const pinned = table.getStartVisibleLeafColumns();
  const scrolling = table.getCenterVisibleLeafColumns();
  const visible = useMemo(
    () => [...placed(pinned.map((leaf) => leaf.id)), ...scrolling.map((leaf) => facts(leaf.id))],
    [pinned, scrolling],
  );
  const width = visible.reduce((sum, c) => sum + c.width, 0);
  return { layout, visible, width, set, preview: setLayout, standard: isStandard(layout) };
}

/** Moves a column by a number of places among all columns. The phone number stays first. */
export function moved(layout: ColumnLayout, key: ColumnKey, to: number): ColumnLayout {
  const others = layout.order.filter((k) => k !== key);
  const place = Math.max(1, Math.min(others.length, to));
  return { ...layout, order: [...others.slice(0, place), key, ...others.slice(place)] };
}

/** The layout with a column shown or hidden, or pinned or released; the phone number is always both. */
export function toggled(layout: ColumnLayout, what: 'shown' | 'pinned', key: ColumnKey): ColumnLayout {
  if (key === 'phone') return layout;
  const keys = new Set(layout[what]);
  if (!keys.delete(key)) keys.add(key);
  return { ...layout, [what]: keys };
}

function placed(ids: readonly string[]): SheetColumn[] {
  let left = 0;
  return ids.map((id, n) => {
    const pinned = { ...facts(id), left, lastPinned: n === ids.length - 1 };
    left += pinned.width;
    return pinned;
  });
}

function facts(id: string): SheetColumn {
  return { ...column(id as ColumnKey), left: null, lastPinned: false };
}

function layoutOf(remembered: Preferences['report.columns']): ColumnLayout {
  if (!remembered) return STANDARD_LAYOUT;
  const order: ColumnKey[] = ['phone', ...remembered.shown.filter((key) => key !== 'phone')];
  const shown = new Set(order);
  // A hidden column stands after the one that it follows in the list.
  for (const [n, { key }] of COLUMNS.entries()) {
    if (shown.has(key)) continue;
    const before = COLUMNS.slice(0, n).findLast((c) => order.includes(c.key));
    order.splice(before ? order.indexOf(before.key) + 1 : order.length, 0, key);
  }
  return { order, shown, pinned: new Set<ColumnKey>(['phone', ...remembered.pinned]) };
}

function preferenceOf({ order, shown, pinned }: ColumnLayout) {
  return { shown: order.filter((key) => shown.has(key)), pinned: order.filter((key) => pinned.has(key)) };
}

function tableState({ order, shown, pinned }: ColumnLayout) {
  return {
    columnOrder: [...order],
    columnVisibility: Object.fromEntries(order.map((key) => [key, shown.has(key)])),
    columnPinning: { start: order.filter((key) => pinned.has(key)), end: [] },
  };
}

function isStandard(layout: ColumnLayout): boolean {
  return JSON.stringify(preferenceOf(layout)) === JSON.stringify(preferenceOf(STANDARD_LAYOUT));
}
