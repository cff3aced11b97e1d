import type { Move } from '#domain/moves.ts';
import { DETAILED_STATUSES, type DetailedStatus, type NumberType } from '#domain/status.ts';
import { NEXT_WEEK, TODAY } from './desk.ts';

// Written down by hand, from the list of moves that must be legal: so the code is held to it, and not to itself.
const ANY_OPEN = ['additional-info-required', 'rejected', 'cancelled', 'closed-as-incomplete'] as const;
const DATED = ['firm-order-confirmation', 'confirmed'] as const;
const WITH_CARRIER = ['submitted', 'pending-carrier-response', 'tentative-order-acceptance'] as const;

const LOCAL: Record<DetailedStatus, readonly DetailedStatus[]> = {
  'waiting-for-loa': [...ANY_OPEN, 'received-loa', 'reviewed', ...WITH_CARRIER, ...DATED],
  'additional-info-required': [
    ...ANY_OPEN,
    'additional-information-provided',
    'received-loa',
    'reviewed',
    ...WITH_CARRIER,
    ...DATED,
  ],
  rejected: [
    ...ANY_OPEN,
    'additional-information-provided',
    'received-loa',
    'reviewed',
    ...WITH_CARRIER,
    ...DATED,
    'completed',
  ],
  'received-loa': [...ANY_OPEN, 'reviewed', ...WITH_CARRIER, ...DATED],
  reviewed: [...ANY_OPEN, ...WITH_CARRIER, ...DATED],
  submitted: [...ANY_OPEN, 'pending-carrier-response', 'tentative-order-acceptance', ...DATED, 'completed'],
  'pending-carrier-response': [...ANY_OPEN, 'tentative-order-acceptance', ...DATED, 'completed'],
  'additional-information-provided': [...ANY_OPEN, ...WITH_CARRIER, ...DATED, 'completed'],
  'tentative-order-acceptance': [...ANY_OPEN, ...DATED, 'completed'],
  // No local order is ever accepted.
  accepted: [],
  // Back, or to a new date.
  'firm-order-confirmation': [...ANY_OPEN, ...WITH_CARRIER, ...DATED, 'completed'],
  confirmed: [...ANY_OPEN, ...WITH_CARRIER, ...DATED, 'completed'],
  completed: [],
  cancelled: [],
  'closed-as-incomplete': [],
};

/** What a local order does with a confirmed date, a toll-free one does by being accepted. */
const ACCEPTED_FROM: readonly DetailedStatus[] = [
  'waiting-for-loa',
  'additional-info-required',
  'rejected',
  'received-loa',
  'reviewed',
  ...WITH_CARRIER,
  'additional-information-provided',
];

/** A pair of detailed statuses for an order of a type, and what becomes of it. */
export type MoveCase = {
  type: NumberType;
  from: DetailedStatus;
  to: DetailedStatus;
  legal: boolean;
  /** Whether an order of the type can be in the target at all. */
  possible: boolean;
};

/** Every order there can be, against every detailed status. */
export const MOVE_CASES: MoveCase[] = (['local', 'toll-free'] as const).flatMap((type) =>
  DETAILED_STATUSES.filter((from) => possible(from, type)).flatMap((from) =>
    DETAILED_STATUSES.map((to) => ({
      type,
      from,
      to,
      legal: legal(from, to, type),
      possible: possible(to, type),
    })),
  ),
);

export function caseName({ type, from, to }: MoveCase): string {
  return `${type}: ${from} to ${to}`;
}

/** A move with all that its target asks for. */
export function moveTo(to: DetailedStatus): Move {
  switch (to) {
    case 'firm-order-confirmation':
    case 'confirmed':
      return { to, focOn: NEXT_WEEK };
    case 'rejected':
      return { to, rejectReason: REASON };
    case 'accepted':
      return { to, approvedOn: TODAY };
    case 'closed-as-incomplete':
      return { to, note: 'The letter never came.' };
    default:
      return { to };
  }
}

/** Of orders that are rejected already, so that a move there brings nothing new. */
export const REASON = 'PIN or passcode missing or wrong';

function legal(from: DetailedStatus, to: DetailedStatus, type: NumberType): boolean {
  // To wait for what it waits for already is no move.
  if (from === to && ANY_OPEN.some((status) => status === to)) return false;
  if (type === 'local') return LOCAL[from].includes(to);
  if (to === 'accepted') return ACCEPTED_FROM.includes(from);
  if (from === 'accepted') return [...ANY_OPEN, 'completed'].includes(to);
  return possible(to, type) && LOCAL[from].includes(to);
}

function possible(detailed: DetailedStatus, type: NumberType): boolean {
  if (detailed === 'accepted') return type === 'toll-free';
  return type === 'local' || !DATED.some((status) => status === detailed);
}
