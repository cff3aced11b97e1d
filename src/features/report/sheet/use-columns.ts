'use client';

import { useCallback, useMemo, useState } from 'react';
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from '#domain/columns.ts';
import type { Preferences } from '#domain/preferences.ts';
import { type ColumnLayout, type SheetColumn, visibleColumns } from './visible-columns.ts';

export type SheetColumns = {
  layout: ColumnLayout;
  visible: readonly SheetColumn[];
  /** The sum of the widths, in pixels at 100 %. */
  width: number;
  /** Applies and remembers a layout; `preview` applies it for as long as something is being dragged. */
  set: (layout: ColumnLayout) => void;
  preview: (layout: ColumnLayout) => void;
  /** Whether this is what everyone begins with. */
  standard: boolean;
};

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
  const set = useCallback(
    (next: ColumnLayout) => {
      setLayout(next);
      save(preferenceOf(next));
    },
    [save],
  );
  const visible = visibleColumns(layout);
  const width = visible.reduce((sum, c) => sum + c.width, 0);
  const standard = useMemo(() => isStandard(layout), [layout]);
  return { layout, visible, width, set, preview: setLayout, standard };
}

/** Moves a column to a place among all columns, counted from 0. The phone number stays first. */
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

function isStandard(layout: ColumnLayout): boolean {
  return JSON.stringify(preferenceOf(layout)) === JSON.stringify(preferenceOf(STANDARD_LAYOUT));
}
