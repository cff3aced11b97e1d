import {
  DETAILED_FACTS,
  DETAILED_STATUSES,
  type DetailedStatus,
  isOpen,
  type NumberType,
  statusOf,
} from './status.ts';

/** The way of a port, step by step; steps may be skipped, but not into Completed. */
const WAY: readonly DetailedStatus[] = [
  'waiting-for-loa',
  'received-loa',
  'reviewed',
  'submitted',
  'pending-carrier-response',
  'tentative-order-acceptance',
  'accepted',
  'firm-order-confirmation',
];

/** An order that a carrier has had may be ported by it, whatever we heard last. */
const WITH_CARRIER: ReadonlySet<DetailedStatus> = new Set<DetailedStatus>([
  'rejected',
  'submitted',
  'pending-carrier-response',
  'additional-information-provided',
  'tentative-order-acceptance',
  'accepted',
  'firm-order-confirmation',
  'confirmed',
]);

/** Where an answered order, and one whose date expired or was revoked, goes on. */
const BACK: readonly DetailedStatus[] = [
  'submitted',
  'pending-carrier-response',
  'tentative-order-acceptance',
];

/**
 * Whether an order of a type may go from one detailed status to another. Staying is a move only where a new date can come:
 * Firm order confirmation and Confirmed. Source: the list of moves that must be legal; what is not on it is a correction.
 */
export function isLegalMove(from: DetailedStatus, to: DetailedStatus, type: NumberType): boolean {
  if (!isPossible(to, type) || !isOpen(from)) return false;
  if (from === to) return DETAILED_FACTS[to].needsFoc === true;
  switch (to) {
    case 'rejected':
    case 'additional-info-required':
    case 'cancelled':
    case 'closed-as-incomplete':
      return true;
    case 'additional-information-provided':
      return from === 'rejected' || from === 'additional-info-required';
    case 'completed':
      return WITH_CARRIER.has(from);
    case 'waiting-for-loa':
      return false;
    default:
      return isForward(from, to) || isResumed(from, to);
  }
}

/** The detailed statuses that an order may go to, in the order of a port's life. */
export function legalMoves(from: DetailedStatus, type: NumberType): DetailedStatus[] {
  return DETAILED_STATUSES.filter((to) => isLegalMove(from, to, type));
}

/** The detailed statuses that a correction may set: all that an order of the type can be in, but the one that it is in. */
export function possibleCorrections(from: DetailedStatus, type: NumberType): DetailedStatus[] {
  return DETAILED_STATUSES.filter((to) => to !== from && isPossible(to, type));
}

/** Whether an order of a type can be in a detailed status at all; a toll-free one has no FOC date and so no status that needs one. */
export function isPossible(detailed: DetailedStatus, type: NumberType): boolean {
  const { only, needsFoc } = DETAILED_FACTS[detailed];
  return (only === undefined || only === type) && !(needsFoc && type === 'toll-free');
}

function isForward(from: DetailedStatus, to: DetailedStatus): boolean {
  const [at, goal] = [stepOf(from), stepOf(to)];
  return at !== -1 && goal > at;
}

/** Confirmed stands beside Firm order confirmation, and an order goes either way between the two. */
function stepOf(detailed: DetailedStatus): number {
  return WAY.indexOf(detailed === 'confirmed' ? 'firm-order-confirmation' : detailed);
}

function isResumed(from: DetailedStatus, to: DetailedStatus): boolean {
  const dated = statusOf(from) === 'scheduled' || statusOf(from) === 'confirmed';
  if (dated) return BACK.includes(to) || DETAILED_FACTS[to].needsFoc === true;
  // The answer goes to the carrier anew; what waits for the partner goes on wherever the answer leads.
  if (from === 'additional-information-provided') return stepOf(to) >= stepOf('submitted');
  return statusOf(from) === 'waiting-for-you' && stepOf(to) >= stepOf('received-loa');
}
