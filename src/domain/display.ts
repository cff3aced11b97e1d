import { formatCalendarDate } from './calendar-date.ts';
import { formatClockTime } from './clock-time.ts';
import type { ColumnKey, ReportColumn } from './columns.ts';
import { formatPhoneNumber } from './phone-number.ts';
import { PRIORITY_LABELS } from './priority.ts';
import { NOT_READY, type NotReady } from './ready-to-assign.ts';
import type { ReportRow } from './report-row.ts';
import { DETAILED_FACTS, STATUS_FACTS } from './status.ts';

/** A row as it is shown: the fields, and the computed columns where they were asked for. */
export type ShownRow = ReportRow & { readyToAssign?: boolean; notReadyBecause?: NotReady | null };

/** What the cell of a column shows: `(415) 555-0140`, `8 Nov 2026`, `1:30 PM`, labels of statuses. Blank stays blank. */
export function displayText(column: ReportColumn, row: ShownRow): string {
  return displayValue(column.key, row[column.key]);
}

/** The same for a single value, as it stands in a row. */
export function displayValue(key: ColumnKey, value: string | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  return SHOWN[key]?.(String(value)) ?? String(value);
}

const SHOWN: Partial<Record<ColumnKey, (value: string) => string>> = {
  phone: formatPhoneNumber,
  submittedOn: formatCalendarDate,
  estimatedOn: formatCalendarDate,
  focOn: formatCalendarDate,
  createdOn: formatCalendarDate,
  requestedOn: formatCalendarDate,
  approvedOn: formatCalendarDate,
  focTime: formatClockTime,
  priority: (value) => labelOf(PRIORITY_LABELS, value),
  status: (value) => labelOf(statusLabels, value),
  detailedStatus: (value) => labelOf(detailedLabels, value),
  readyToAssign: (value) => (value === 'true' ? 'Yes' : 'No'),
  notReadyBecause: (value) => labelOf(NOT_READY, value),
};

const statusLabels = labels(STATUS_FACTS);
const detailedLabels = labels(DETAILED_FACTS);

function labels(facts: Record<string, { label: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([key, { label }]) => [key, label]));
}

function labelOf(all: Record<string, string>, value: string): string {
  return all[value] ?? value;
}
