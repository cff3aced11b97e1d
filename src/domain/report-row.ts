import type { CalendarDate } from './calendar-date.ts';
import type { ClockTime } from './clock-time.ts';
import type { FieldKey } from './columns.ts';
import type { PhoneNumber } from './phone-number.ts';
import type { Priority } from './priority.ts';
import type { DetailedStatus, Status } from './status.ts';

/** One row of the report: one number with the facts of its order, request and account. */
export type ReportRow = {
  phone: PhoneNumber;
  submittedOn: CalendarDate | null;
  caseNumber: string | null;
  requestId: string;
  estimatedOn: CalendarDate | null;
  focOn: CalendarDate | null;
  focTime: ClockTime | null;
  priority: Priority;
  status: Status;
  detailedStatus: DetailedStatus;
  username: string | null;
  company: string | null;
  accountId: string;
  location: string | null;
  coordinator: string | null;
  createdOn: CalendarDate | null;
  requestedOn: CalendarDate | null;
  approvedOn: CalendarDate | null;
  rejectReason: string | null;
};

/** A row for every field of the list, and nothing besides: the compiler holds the two together. */
export type RowCoversFields = [FieldKey] extends [keyof ReportRow]
  ? [keyof ReportRow] extends [FieldKey]
    ? true
    : never
  : never;
