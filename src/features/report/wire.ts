import { COLUMNS, type ColumnKey } from '#domain/columns.ts';
import { displayValue } from '#domain/display.ts';
import type { ReportPageRow } from '#domain/report-request.ts';
import { type DetailedStatus, type Status, statusOf } from '#domain/status.ts';

/**
 * The rows of a page as they cross to the browser: what the rows of an order share goes once. `orders` holds the values
 * of ORDER_KEYS, without blanks at the end; each of `runs` is the index of an order and the phone numbers of rows that
 * follow one another.
 */
export type WireRows = {
  orders: (string | boolean | null)[][];
  runs: [order: number, ...phones: string[]][];
};

/** A row of the sheet. Rows of one order share `order`; `first` is set where another order stands above. */
export type SheetRow = { id: string; phone: string; order: SheetOrder; first: boolean };

/** What an order's rows have in common: values as they are stored and as they are shown. */
export type SheetOrder = {
  status: Status;
  detailedStatus: DetailedStatus;
  values: Partial<Record<ColumnKey, string | boolean | null>>;
  shown: Partial<Record<ColumnKey, string>>;
};

/** Everything but the phone number and the status, which follows from the detailed status. */
const ORDER_KEYS: readonly ColumnKey[] = COLUMNS.map((c) => c.key).filter(
  (key) => key !== 'phone' && key !== 'status',
);

/** Packs the rows of a page for the way to the browser. */
export function packRows(rows: readonly ReportPageRow[]): WireRows {
  const wire: WireRows = { orders: [], runs: [] };
  const indexOf = new Map<number, number>();
  let last = -1;
  for (const row of rows) {
    let order = indexOf.get(row.orderId);
    if (order === undefined) {
      order = wire.orders.push(trimEnd(ORDER_KEYS.map((key) => row[key]))) - 1;
      indexOf.set(row.orderId, order);
    }
    if (order === last) wire.runs.at(-1)?.push(row.phone);
    else wire.runs.push([order, row.phone]);
    last = order;
  }
  return wire;
}

/** The rows of a page as the sheet draws them. */
export function unpackRows(wire: WireRows): SheetRow[] {
  const orders = wire.orders.map(unpackOrder);
  return wire.runs.flatMap(([index, ...phones]) => {
    const order = orders[index];
    if (!order) return [];
    return phones.map((phone, n) => ({ id: `${index}${phone}`, phone, order, first: n === 0 }));
  });
}

/** What a cell shows. */
export function shownIn(row: SheetRow, key: ColumnKey): string {
  return key === 'phone' ? displayValue('phone', row.phone) : (row.order.shown[key] ?? '');
}

/** What a cell holds. */
export function valueIn(row: SheetRow, key: ColumnKey): string | boolean | null {
  return key === 'phone' ? row.phone : (row.order.values[key] ?? null);
}

function unpackOrder(packed: (string | boolean | null)[]): SheetOrder {
  const values: SheetOrder['values'] = {};
  for (const [n, key] of ORDER_KEYS.entries()) values[key] = packed[n] ?? null;
  const detailedStatus = values.detailedStatus as DetailedStatus;
  const status = statusOf(detailedStatus);
  values.status = status;
  const shown: SheetOrder['shown'] = {};
  for (const { key } of COLUMNS) shown[key] = displayValue(key, values[key]);
  // Where there is room, No says why.
  if (shown.notReadyBecause) shown.readyToAssign += `. ${shown.notReadyBecause}`;
  return { status, detailedStatus, values, shown };
}

function trimEnd(values: (string | boolean | null)[]): (string | boolean | null)[] {
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
}
