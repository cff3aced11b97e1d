import type { CalendarDate } from './calendar-date.ts';
import { type DetailedStatus, isOpen, type NumberType } from './status.ts';

export type ReadyFacts = {
  type: NumberType;
  detailedStatus: DetailedStatus;
  focOn: CalendarDate | null;
  approvedOn: CalendarDate | null;
};

/** Why a number is not ready, in a sentence. */
export const NOT_READY = {
  ported: 'It has already ported.',
  cancelled: 'The order was cancelled.',
  'not-accepted': 'The losing side has not accepted the toll-free order yet.',
  tentative: 'The date waits for another order.',
  'no-foc': 'The losing carrier has not confirmed a date (FOC) yet.',
  'foc-missing': 'The confirmed porting date (FOC) is missing.',
} as const;
export type NotReady = keyof typeof NOT_READY;

export type Readiness = { ready: true } | { ready: false; why: NotReady; because: string };

/**
 * Whether a number may be assigned to a user before it ports. Local: its FOC date is there and its order is Firm order
 * confirmation or Confirmed. Toll-free: its order is Accepted, or has an approved date, and is still open.
 * Source: the tasks that the report exists for. SQL's `ready_to_assign` and NOT_READY_SQL are tested against it.
 */
export function readiness(facts: ReadyFacts): Readiness {
  if (facts.detailedStatus === 'completed') return no('ported');
  if (!isOpen(facts.detailedStatus)) return no('cancelled');
  if (facts.type === 'toll-free') {
    const accepted = facts.detailedStatus === 'accepted' || facts.approvedOn !== null;
    return accepted ? { ready: true } : no('not-accepted');
  }
  if (facts.detailedStatus === 'tentative-order-acceptance') return no('tentative');
  const agreed = facts.detailedStatus === 'firm-order-confirmation' || facts.detailedStatus === 'confirmed';
  if (!agreed) return no('no-foc');
  return facts.focOn ? { ready: true } : no('foc-missing');
}

/** Why the numbers of an order `o` are not ready, in SQL; null when they are. */
export const NOT_READY_SQL = `CASE
    WHEN o.detailed_status = 'completed' THEN 'ported'
    WHEN o.detailed_status IN ('cancelled', 'closed-as-incomplete') THEN 'cancelled'
    WHEN ready_to_assign(o.toll_free, o.detailed_status, o.foc_on, o.approved_on) THEN NULL
    WHEN o.toll_free THEN 'not-accepted'
    WHEN o.detailed_status = 'tentative-order-acceptance' THEN 'tentative'
    WHEN o.detailed_status IN ('firm-order-confirmation', 'confirmed') THEN 'foc-missing'
    ELSE 'no-foc'
  END`;

function no(why: NotReady): Readiness {
  return { ready: false, why, because: NOT_READY[why] };
}
