import type { AssignmentStanding } from '#domain/assignment.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { ClockTime } from '#domain/clock-time.ts';
import type { AccountNumbers } from '#domain/old-service.ts';
import type { DetailedStatus, NumberType } from '#domain/status.ts';

/** A number of the partner's: one telephone number in one request. */
export type OwnNumber = { requestId: string; phone: string };

/** What narrows a list: an account, and a text in a number, a name, an account or a request. */
export type NumberFilter = { accountId: string | null; text: string | null };

/** An account with what its numbers come to. `ready` are those that may be assigned and are not yet. */
export type AccountOfNumbers = AccountNumbers & {
  id: string;
  username: string | null;
  company: string | null;
  ready: number;
  assigned: number;
};

/** A number that may be given to a user. */
export type ReadyNumber = OwnNumber & {
  accountId: string;
  orderId: number;
  type: NumberType;
  focOn: CalendarDate | null;
  focTime: ClockTime | null;
  approvedOn: CalendarDate | null;
  location: string | null;
};

/** The order that holds an assigned number, as it is now. */
export type OrderOfNumber = {
  orderId: number;
  type: NumberType;
  detailedStatus: DetailedStatus;
  focOn: CalendarDate | null;
  focTime: ClockTime | null;
  approvedOn: CalendarDate | null;
};

/**
 * A number that was given to a user. `reliedOn` is the confirmed date that it was assigned with, `order` null when no order
 * holds it any more. `alerts` until somebody looks at what is `seenNow`. `batchId` changes whenever the assignment does.
 */
export type AssignedNumber = OwnNumber & {
  accountId: string;
  company: string | null;
  at: Date;
  actor: string;
  assignedTo: string | null;
  batchId: string;
  reliedOn: CalendarDate | null;
  order: OrderOfNumber | null;
  standing: AssignmentStanding;
  alerts: boolean;
  seenNow: string;
};

/** Numbers under the filter: ready and not assigned; assigned; of these no longer safe, and not looked at since. */
export type NumberCounts = { ready: number; assigned: number; unsafe: number; alerts: number };

/** A number that was left as it is, and why. */
export type LeftNumber = OwnNumber & { because: string };

/** Most numbers that are told one by one. */
export const LISTED = 200;
/** Most numbers that one transaction assigns. */
export const BATCH_SIZE = 5_000;
