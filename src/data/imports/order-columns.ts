import type { FieldKey } from '#domain/columns.ts';
import type { OrderFields } from '#domain/order-rules.ts';

type OrderColumn = {
  key: Exclude<keyof OrderFields, 'type'> & FieldKey;
  column: string;
  /** Its type in Postgres. */
  type: string;
  /** How its value is told in an event. */
  text: (column: string) => string;
};

const asText = (column: string) => `${column}::text`;

/** The fields that rows of one order have in common, beside its request and its type. */
export const ORDER_COLUMNS: readonly OrderColumn[] = [
  { key: 'detailedStatus', column: 'detailed_status', type: 'detailed_status', text: asText },
  { key: 'priority', column: 'priority', type: 'priority', text: asText },
  { key: 'submittedOn', column: 'submitted_on', type: 'date', text: isoDate },
  { key: 'estimatedOn', column: 'estimated_on', type: 'date', text: isoDate },
  { key: 'focOn', column: 'foc_on', type: 'date', text: isoDate },
  { key: 'focTime', column: 'foc_time', type: 'time(0)', text: (column) => `to_char(${column}, 'HH24:MI')` },
  { key: 'createdOn', column: 'created_on', type: 'date', text: isoDate },
  { key: 'requestedOn', column: 'requested_on', type: 'date', text: isoDate },
  { key: 'approvedOn', column: 'approved_on', type: 'date', text: isoDate },
  { key: 'location', column: 'location', type: 'text', text: asText },
  { key: 'coordinator', column: 'coordinator', type: 'text', text: asText },
  { key: 'rejectReason', column: 'reject_reason', type: 'text', text: asText },
];

const names = ORDER_COLUMNS.map(({ column }) => column);

/** The order columns as a list, each of a table when one is named. */
export function orderColumns(table?: string): string {
  return names.map((name) => (table ? `${table}.${name}` : name)).join(', ');
}

/** A condition: both tables hold the same order, blank or not. */
export function sameOrder(a: string, b: string): string {
  return `(ROW(${orderColumns(a)}) IS NOT DISTINCT FROM ROW(${orderColumns(b)}))`;
}

function isoDate(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD')`;
}
