import type { CalendarDate } from '#domain/calendar-date.ts';
import type { ClockTime } from '#domain/clock-time.ts';
import type { NextStep } from '#domain/next-step.ts';
import type { FieldChange } from '#domain/order-changes.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { DetailedStatus, NumberType } from '#domain/status.ts';

/** Which order of whose: what leads to it in the report. */
type OrderOfAccount = {
  orderId: number;
  requestId: string;
  /** The first of its numbers. */
  phone: PhoneNumber;
  accountId: string;
  company: string | null;
  detailedStatus: DetailedStatus;
  numbers: number;
};

/** An order that waits for the partner: why, what to do, and for how many business days. */
export type WaitingOrder = OrderOfAccount & {
  type: NumberType;
  statusSince: Date;
  age: number;
  rejectReason: string | null;
  /** What the porting team wrote to the partner last, where it asked for something. */
  note: string | null;
  step: NextStep;
};

/** What ports on a day. `ported` of the numbers have done so; by time, and by account the largest first. */
export type PortingDay = {
  day: CalendarDate;
  numbers: number;
  ported: number;
  times: { time: ClockTime | null; numbers: number }[];
  accounts: { id: string; company: string | null; numbers: number }[];
};

/** What became of an order since the last visit: each field from what it was then to what it is now. */
export type ChangedOrder = OrderOfAccount & {
  at: Date;
  events: number;
  isNew: boolean;
  changes: FieldChange[];
  /** The last text that came with it, and whose it is. */
  note: { text: string; by: string } | null;
};

/** A partner's home. Everything of it is from one snapshot. */
export type Home = {
  asOf: Date;
  today: CalendarDate;
  partner: string;
  /** All numbers of the partner. */
  numbers: number;
  /** `orders` are the longest waiting of `count`. */
  waiting: { numbers: number; count: number; orders: WaitingOrder[] };
  /** The days of this week, Monday first, on which something ports. */
  week: PortingDay[];
  /** Numbers that may be assigned and are not yet, by account; `all` are those too that are assigned already. */
  ready: {
    numbers: number;
    all: number;
    accounts: { id: string; company: string | null; numbers: number }[];
  };
  changed: {
    since: Date;
    firstVisit: boolean;
    orders: ChangedOrder[];
    /** Orders that changed besides these; `more` yet where only the last changes were counted. */
    others: number;
    more: boolean;
  };
};
