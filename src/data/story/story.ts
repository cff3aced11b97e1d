import type { CalendarDate } from '#domain/calendar-date.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { RejectTurn } from '#domain/reject-reason.ts';
import type { ReportPageRow } from '#domain/report-request.ts';
import type { OrderOfRequest } from '#domain/request-status.ts';
import type { NumberType } from '#domain/status.ts';
import type { HistoryEntry } from '../orders/engine/history.ts';

/** What the report tells of one number beyond its row. */
export type Story = {
  row: ReportPageRow;
  /** Numbers of its order. */
  numbers: number;
  statusSince: Date;
  /** In its status for so many business days. */
  age: number;
  /** Since when something that the partner wrote waits for the porting team; null when nothing does. */
  repliedAt: Date | null;
  /** What is known of the order's reject reason; null when it has none, or one of the carrier's own wording. */
  reason: { nextStep: string; turn: RejectTurn } | null;
  /** The orders of the request that hold numbers, all of them: what its status is computed from. */
  request: OrderOfRequest[];
  /** The first of them with some of their numbers, the number's own order always among them. */
  orders: StoryOrder[];
  history: HistoryEntry[];
  /** Null when it has not been given to a user. */
  assignment: StoryAssignment | null;
};

/** `phones` are E.164, the first of `numbers`. */
export type StoryOrder = OrderOfRequest & {
  id: number;
  type: NumberType;
  estimatedOn: CalendarDate | null;
  approvedOn: CalendarDate | null;
  phones: { phone: PhoneNumber; assigned: boolean }[];
};

export type StoryAssignment = {
  at: Date;
  actor: string;
  /** A user or a device, in the partner's words. */
  assignedTo: string | null;
  /** The confirmed date on which whoever assigned it relied. */
  focOn: CalendarDate | null;
};
