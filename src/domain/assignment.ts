import { type CalendarDate, formatCalendarDate } from './calendar-date.ts';
import { formatMoment } from './pacific-time.ts';
import { type ReadyFacts, readiness } from './ready-to-assign.ts';

/** How a number stands that was given to a user: `moved` and `revoked` are "assigned, no longer safe". */
export type AssignmentStanding = 'safe' | 'moved' | 'revoked';

/**
 * Whether an assignment still holds. `focOn` is the confirmed date on which whoever assigned the number relied; `order` is
 * null when no order holds the number any more. A number that has ported is safe whatever its date was.
 * Source: ready to assign; a number whose FOC was revoked must stand out. SQL's `assignment_standing` is tested against it.
 */
export function assignmentStanding(focOn: CalendarDate | null, order: ReadyFacts | null): AssignmentStanding {
  if (order?.detailedStatus === 'completed') return 'safe';
  if (!order || !readiness(order).ready) return 'revoked';
  return order.focOn === focOn ? 'safe' : 'moved';
}

/** Why an assignment is no longer safe, in a sentence; null when it is safe. */
export function whyUnsafe(focOn: CalendarDate | null, order: ReadyFacts | null): string | null {
  const standing = assignmentStanding(focOn, order);
  if (standing === 'safe') return null;
  if (!order) return 'The number is on no order any more.';
  if (standing === 'moved') {
    const now = order.focOn ? formatCalendarDate(order.focOn) : 'no date';
    return `The confirmed date moved from ${focOn ? formatCalendarDate(focOn) : 'no date'} to ${now}.`;
  }
  const ready = readiness(order);
  const because = ready.ready ? '' : ready.because;
  return focOn ? `The date ${formatCalendarDate(focOn)} does not hold any more. ${because}` : because;
}

/** Longest name of a user or a device that a number is assigned to. */
export const ASSIGNEE_LENGTH = 120;

/** A name of a user or a device as it was typed; null for none. */
export function readAssignee(text: string): string | null {
  const name = text.replace(/\s+/g, ' ').trim().slice(0, ASSIGNEE_LENGTH);
  return name === '' ? null : name;
}

/** Who has a number already. */
export type Assigned = { actor: string; at: Date; assignedTo: string | null };

/**
 * Why a number cannot be assigned now, in a sentence; null when it can. `order` is null when no order of the partner holds
 * the number.
 */
export function whyNotAssignable(order: ReadyFacts | null, assigned: Assigned | null): string | null {
  if (assigned) {
    const whose = assigned.assignedTo === null ? '' : ` to ${assigned.assignedTo}`;
    return `${assigned.actor} assigned it${whose} already, ${formatMoment(assigned.at)}.`;
  }
  if (!order) return 'The number is on no order any more.';
  const ready = readiness(order);
  return ready.ready ? null : ready.because;
}
