import { STANDARD_PORTING_TIME } from '../clock-time.ts';
import type { Move, OrderState } from '../moves.ts';
import { DETAILED_FACTS, isOpen } from '../status.ts';
import type { RowSays } from './row.ts';

export type Wanted =
  | { kind: 'move'; move: Move }
  | { kind: 'nothing' }
  | { kind: 'refused'; because: string };

/**
 * The move that a row asks for: without a status, a new date for the one that the order is in. Nothing, when all of it is so
 * already. Whether the move may be made is decideMove's to say; here is refused only what it would pass over in silence.
 */
export function wantedMove(says: RowSays, order: OrderState): Wanted {
  if (isSo(says, order)) return { kind: 'nothing' };
  const because = misplaced(says, order);
  if (because !== null) return { kind: 'refused', because };
  const to = says.to ?? order.detailedStatus;
  const dated = says.focOn !== null || (DETAILED_FACTS[to].needsFoc === true && order.focOn !== null);
  const reason = to === 'rejected' ? (says.rejectReason ?? keptReason(to, order)) : null;
  return {
    kind: 'move',
    move: {
      to,
      ...(says.focOn !== null && { focOn: says.focOn }),
      ...(says.focTime !== null && dated && { focTime: says.focTime }),
      ...(says.estimatedOn !== null && { estimatedOn: says.estimatedOn }),
      ...(says.approvedOn !== null && { approvedOn: says.approvedOn }),
      ...(reason !== null && { rejectReason: reason }),
      ...(says.note !== null && { note: says.note }),
    },
  };
}

/** Whether the order is all that the row says. */
function isSo(says: RowSays, order: OrderState): boolean {
  if (says.to !== null && says.to !== order.detailedStatus) return false;
  return (['focOn', 'focTime', 'estimatedOn', 'approvedOn', 'rejectReason'] as const).every(
    (field) => says[field] === null || says[field] === order[field] || isIdleTime(field, says, order),
  );
}

/** Lists have 10:00 AM in every row; where no date is, it says nothing. */
function isIdleTime(field: keyof RowSays, says: RowSays, order: OrderState): boolean {
  return (
    field === 'focTime' &&
    says.focTime === STANDARD_PORTING_TIME &&
    says.focOn === null &&
    order.focOn === null
  );
}

/** What stands in the row and has no place in the status that the order will be in; null when all has. */
function misplaced(says: RowSays, order: OrderState): string | null {
  const { label, needsFoc } = DETAILED_FACTS[says.to ?? order.detailedStatus];
  const news = <Field extends 'focOn' | 'approvedOn' | 'rejectReason'>(field: Field) =>
    says[field] !== null && says[field] !== order[field];
  if (says.to === null && !isOpen(order.detailedStatus)) {
    return `It is ${label}, which is final: leaving or changing it is a correction.`;
  }
  if (says.to === null && news('focOn') && !needsFoc) {
    return `It is ${label}, which has no confirmed date (FOC): say its new status too.`;
  }
  if (says.to === null && news('approvedOn') && order.detailedStatus !== 'accepted') {
    return `It is ${label}: an approved date needs the status Accepted beside it.`;
  }
  if (news('rejectReason') && (says.to ?? order.detailedStatus) !== 'rejected') {
    return `A reject reason goes with Rejected, not with ${label}.`;
  }
  const dated = says.focOn !== null || (needsFoc === true && order.focOn !== null);
  if (says.focTime !== null && !dated && says.focTime !== STANDARD_PORTING_TIME) {
    return 'A confirmed porting time needs a confirmed porting date (FOC).';
  }
  return null;
}

/** Who stays Rejected keeps the reason. */
function keptReason(to: Move['to'], order: OrderState): string | null {
  return to === order.detailedStatus ? order.rejectReason : null;
}
