import type { CalendarDate } from './calendar-date.ts';
import { type DetailedStatus, isOpen, type NumberType } from './status.ts';

export type ReadyFacts = {
  type: NumberType;
  detailedStatus: DetailedStatus;
  focOn: CalendarDate | null;
  approvedOn: CalendarDate | null;
};

export type Readiness = { ready: true } | { ready: false; because: string };

/**
 * Whether a number may be assigned to a user before it ports. Local: its FOC date is there and its order is Firm order
 * confirmation or Confirmed. Toll-free: its order is Accepted, or has an approved date, and is still open.
 * Source: the tasks that the report exists for. SQL's `ready_to_assign` is tested against it.
 */
export function readiness(facts: ReadyFacts): Readiness {
  if (facts.detailedStatus === 'completed') return no('It has already ported.');
  if (!isOpen(facts.detailedStatus)) return no('The order was cancelled.');
  if (facts.type === 'toll-free') {
    const accepted = facts.detailedStatus === 'accepted' || facts.approvedOn !== null;
    return accepted ? { ready: true } : no('The losing side has not accepted the toll-free order yet.');
  }
  if (facts.detailedStatus === 'tentative-order-acceptance') return no('The date waits for another order.');
  const agreed = facts.detailedStatus === 'firm-order-confirmation' || facts.detailedStatus === 'confirmed';
  if (!agreed) return no('The losing carrier has not confirmed a date (FOC) yet.');
  return facts.focOn ? { ready: true } : no('The confirmed porting date (FOC) is missing.');
}

function no(because: string): Readiness {
  return { ready: false, because };
}
