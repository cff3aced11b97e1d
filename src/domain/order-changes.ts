import type { ColumnKey } from './columns.ts';
import { displayValue } from './display.ts';
import type { OrderFields } from './order-rules.ts';

/** One order among all partners'. */
export type OrderRef = { partnerId: number; orderId: number };

/**
 * What an event tells of one field. Fields are those of OrderFields, and `accountId`, `caseNumber`, `numbers` (how many the
 * order holds) and `order` (of numbers that went from one order to another: the two orders' ids).
 */
export type FieldChange = { field: string; from: unknown; to: unknown };

export const ORDER_FIELDS = [
  'detailedStatus',
  'priority',
  'submittedOn',
  'estimatedOn',
  'focOn',
  'focTime',
  'createdOn',
  'requestedOn',
  'approvedOn',
  'location',
  'coordinator',
  'rejectReason',
] as const satisfies readonly (keyof OrderFields)[];

/** The fields in which an order differs afterwards, in the order of the list. */
export function changesBetween(before: OrderFields, after: OrderFields): FieldChange[] {
  return ORDER_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    from: before[field],
    to: after[field],
  }));
}

/** What several events in a row come to: each field from what it first was to what it is in the end. */
export function mergeChanges(events: readonly (readonly FieldChange[])[]): FieldChange[] {
  const merged = new Map<string, FieldChange>();
  for (const change of events.flat()) {
    merged.set(change.field, { ...change, from: (merged.get(change.field) ?? change).from });
  }
  return [...merged.values()].filter(({ from, to }) => from !== to);
}

/** `detailed status from Reviewed to Cancelled, FOC date 2 Dec 2026`, for a sentence; an empty text for no change. */
export function describeChanges(changes: readonly FieldChange[]): string {
  return changes.map(describeChange).join(', ');
}

function describeChange({ field, from, to }: FieldChange): string {
  const label = CHANGE_LABELS[field] ?? field;
  const [was, is] = [shown(field, from), shown(field, to)];
  if (was === '') return `${label} ${is}`;
  return is === '' ? `${label} emptied, was ${was}` : `${label} from ${was} to ${is}`;
}

function shown(field: string, value: unknown): string {
  return displayValue(field as ColumnKey, value as string | null);
}

/** Short names of the fields, as they stand inside a sentence. */
export const CHANGE_LABELS: Record<string, string> = {
  detailedStatus: 'detailed status',
  priority: 'priority',
  submittedOn: 'submission date',
  estimatedOn: 'EPD',
  focOn: 'FOC date',
  focTime: 'FOC time',
  createdOn: 'creation date',
  requestedOn: 'requested date (CRD)',
  approvedOn: 'approved date',
  location: 'location',
  coordinator: 'coordinator',
  rejectReason: 'reject reason',
  accountId: 'account',
  caseNumber: 'case number',
  numbers: 'numbers',
  order: 'order',
};
