import type { CalendarDate } from './calendar-date.ts';
import { type ClockTime, STANDARD_PORTING_TIME } from './clock-time.ts';
import type { Priority } from './priority.ts';
import { DETAILED_FACTS, type DetailedStatus, type NumberType } from './status.ts';

/** The order-level fields of the report that the porting team keeps. */
export type OrderFields = {
  type: NumberType;
  detailedStatus: DetailedStatus;
  priority: Priority;
  submittedOn: CalendarDate | null;
  estimatedOn: CalendarDate | null;
  focOn: CalendarDate | null;
  focTime: ClockTime | null;
  createdOn: CalendarDate | null;
  requestedOn: CalendarDate | null;
  approvedOn: CalendarDate | null;
  location: string | null;
  coordinator: string | null;
  rejectReason: string | null;
};

export type OrderProblem = { field: keyof OrderFields; because: string };

/** SIP orders above this many numbers may port at another time than 10:00 AM. Source: "Confirmed Porting Time". */
export const LARGE_ORDER = 100;

/**
 * The rules that no order breaks (the database holds the same as CHECKs): the first one broken, or null.
 * Sources: "Confirmed Porting Date", "Priority", "Detailed Status", "Customer Requested Date", "Order Approved Date".
 */
export function brokenRule(order: OrderFields): OrderProblem | null {
  const facts = DETAILED_FACTS[order.detailedStatus];
  if (facts.only && facts.only !== order.type) {
    return { field: 'detailedStatus', because: `${facts.label} is for ${facts.only} orders only.` };
  }
  if (order.type === 'toll-free') {
    if (order.focOn)
      return { field: 'focOn', because: 'A toll-free order has no confirmed porting date (FOC).' };
    if (order.requestedOn)
      return { field: 'requestedOn', because: 'A toll-free order has no requested date (CRD).' };
    if (order.priority === 'expedite')
      return { field: 'priority', because: 'A toll-free order cannot be expedited.' };
  } else if (order.approvedOn) {
    return { field: 'approvedOn', because: 'Only a toll-free order has an approved date.' };
  }
  if (facts.needsFoc && !order.focOn) {
    return { field: 'focOn', because: `${facts.label} needs the confirmed porting date (FOC).` };
  }
  if (order.focTime && !order.focOn) {
    return { field: 'focTime', because: 'A confirmed porting time needs a confirmed porting date (FOC).' };
  }
  return null;
}

/** Whether the porting time is one that needs an arrangement which an order of this size cannot have. Imported data may; it is a warning. */
export function isUnusualTime(focTime: ClockTime | null, numbers: number): boolean {
  return focTime !== null && focTime !== STANDARD_PORTING_TIME && numbers <= LARGE_ORDER;
}
