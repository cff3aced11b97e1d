import {
  type ColumnDef,
  columnOrderingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
  constructTable,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import { COLUMNS, type ColumnKey, column, type ReportColumn } from '#domain/columns.ts';

/** The columns in their order, all of them; `shown` and `pinned` say which are visible and which stay in place. */
export type ColumnLayout = {
  order: readonly ColumnKey[];
  shown: ReadonlySet<ColumnKey>;
  pinned: ReadonlySet<ColumnKey>;
};

/** A visible column: `left` is the distance in pixels at which it stays, null when it scrolls. */
export type SheetColumn = ReportColumn & { left: number | null; lastPinned: boolean };

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnOrderingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
});
const DEFS: ColumnDef<typeof features, never, unknown>[] = COLUMNS.map(({ key }) => ({ id: key }));

/**
 * The columns that a layout shows, pinned ones first. Remembered by layout: most people have the same one, and working it
 * out for every page costs as much as drawing the rows.
 */
export function visibleColumns(layout: ColumnLayout): readonly SheetColumn[] {
  const { order, shown, pinned } = layout;
  const key = order
    .filter((k) => shown.has(k))
    .map((k) => (pinned.has(k) ? `${k}!` : k))
    .join();
  let columns = remembered.get(key);
  if (!columns) {
    columns = workOut(layout);
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
    remembered.set(key, columns);
  }
  return columns;
}

const remembered = new Map<string, readonly SheetColumn[]>();
const REMEMBERED_AT_MOST = 200;

function workOut({ order, shown, pinned }: ColumnLayout): readonly SheetColumn[] {
  const table = constructTable({
    features,
    columns: DEFS,
    data: [],
    initialState: {
      columnOrder: [...order],
      columnVisibility: Object.fromEntries(order.map((key) => [key, shown.has(key)])),
      columnPinning: { start: order.filter((key) => pinned.has(key)), end: [] },
    },
  });
  const staying = table.getStartVisibleLeafColumns();
  let left = 0;
  return [
    ...staying.map(({ id }, n) => {
      const placed = { ...column(id as ColumnKey), left, lastPinned: n === staying.length - 1 };
      left += placed.width;
      return placed;
    }),
    ...table
      .getCenterVisibleLeafColumns()
      .map(({ id }) => ({ ...column(id as ColumnKey), left: null, lastPinned: false })),
  ];
}
