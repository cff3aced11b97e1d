import { type Holidays, notAPortingDay } from './business-days.ts';
import { type CalendarDate, formatCalendarDate } from './calendar-date.ts';
import { type ClockTime, formatClockTime, STANDARD_PORTING_TIME } from './clock-time.ts';
import { isLegalMove, isPossible } from './legal-moves.ts';
import { brokenRule, isUnusualTime, LARGE_ORDER, type OrderFields } from './order-rules.ts';
import { DETAILED_FACTS, type DetailedStatus, isOpen } from './status.ts';
import type { Role } from './viewer.ts';

/** An order as a decision sees it. */
export type OrderState = OrderFields & { numbers: number };

/** What an agent asks for. A field that is not given stays, or gets what the target is known to bring. */
export type Move = {
  to: DetailedStatus;
  submittedOn?: CalendarDate;
  estimatedOn?: CalendarDate;
  focOn?: CalendarDate;
  focTime?: ClockTime;
  approvedOn?: CalendarDate;
  rejectReason?: string;
  /** For the partner: what happened, what is needed; a lead's reason for an override or a correction. */
  note?: string;
  /** A lead lets a date or time stand that the rules refuse; needs the note. */
  override?: boolean;
  /** A lead sets what really is, legal move or not; needs the note. */
  correction?: boolean;
};

export type MoveInput = Exclude<keyof Move, 'to' | 'override' | 'correction'>;

/** Who decides, and when. `today` is the Pacific day. */
export type MoveContext = { role: Role; today: CalendarDate; holidays: Holidays };

/** What is in the way, at which field. `overridable`: a lead may let it stand, with a note. */
export type MoveProblem = { field: keyof Move; because: string; overridable?: true };

export type Decision =
  | { kind: 'change'; after: OrderFields }
  | { kind: 'unchanged' }
  | { kind: 'refused'; problems: MoveProblem[] };

/** What a target asks for before it can be set, and what it may take along.  */
export function inputsOf(
  to: DetailedStatus,
  type: OrderFields['type'],
): { required: MoveInput[]; optional: MoveInput[] } {
  switch (to) {
    case 'rejected':
      return { required: ['rejectReason'], optional: ['note'] };
    case 'firm-order-confirmation':
    case 'confirmed':
      return { required: ['focOn', 'focTime'], optional: ['note'] };
    case 'accepted':
      return { required: ['approvedOn'], optional: ['note'] };
    case 'submitted':
      return type === 'local'
        ? { required: ['submittedOn'], optional: ['estimatedOn', 'note'] }
        : { required: [], optional: ['estimatedOn', 'note'] };
    case 'closed-as-incomplete':
      return { required: ['note'], optional: [] };
    case 'pending-carrier-response':
    case 'tentative-order-acceptance':
      return { required: [], optional: ['estimatedOn', 'note'] };
    default:
      return { required: [], optional: ['note'] };
  }
}

/**
 * Decides a move, a new date or a correction of one order: what the order is afterwards, or every reason why not. The one
 * place of this decision, for the page, for many orders at once, for lists from carriers and for imports.
 */
export function decideMove(order: OrderState, move: Move, context: MoveContext): Decision {
  const problems = [...refusals(order, move, context)];
  if (problems.length > 0) return { kind: 'refused', problems };
  const after = moved(order, move, context.today);
  const broken = brokenRule(after);
  if (broken)
    return { kind: 'refused', problems: [{ field: fieldOf(broken.field), because: broken.because }] };
  return sameFields(order, after) ? { kind: 'unchanged' } : { kind: 'change', after };
}

function* refusals(order: OrderState, move: Move, context: MoveContext): Generator<MoveProblem> {
  const { label } = DETAILED_FACTS[move.to];
  if (!isPossible(move.to, order.type)) {
    yield { field: 'to', because: `${label} is for ${other(order.type)} orders only.` };
    return;
  }
  if (move.correction) {
    if (context.role !== 'lead' && context.role !== 'system') {
      yield { field: 'correction', because: 'Only a lead can correct an order.' };
      return;
    }
    if (!given(move.note)) yield { field: 'note', because: 'A correction needs its reason.' };
  } else if (!isLegalMove(order.detailedStatus, move.to, order.type) && !bringsNews(order, move)) {
    yield { field: 'to', because: notLegal(order, move.to) };
    return;
  }
  if (move.override && context.role !== 'lead') {
    yield { field: 'override', because: 'Only a lead can let such a date stand.' };
  } else if (move.override && !given(move.note)) {
    yield { field: 'note', because: 'Say in a note why the date shall stand.' };
  }
  yield* missing(order, move);
  yield* badDates(order, move, context);
}

/** An open order may stay in its status and get another estimated or approved date, or its reject reason anew. */
function bringsNews(order: OrderState, move: Move): boolean {
  if (move.to !== order.detailedStatus || !isOpen(move.to)) return false;
  const news = (field: 'estimatedOn' | 'approvedOn' | 'rejectReason') =>
    move[field] !== undefined && move[field] !== order[field];
  return (
    news('estimatedOn') ||
    (move.to === 'accepted' && news('approvedOn')) ||
    (move.to === 'rejected' && news('rejectReason'))
  );
}

function notLegal(order: OrderState, to: DetailedStatus): string {
  const [from, goal] = [DETAILED_FACTS[order.detailedStatus].label, DETAILED_FACTS[to].label];
  if (from === goal) return `It is ${from} already.`;
  if (!isOpen(order.detailedStatus))
    return `${from} is final: leaving it is a correction and needs a reason.`;
  return `An order does not go from ${from} to ${goal}. If it really happened, a lead can correct it.`;
}

/** What the target asks for and neither the move nor the order has. */
function* missing(order: OrderState, move: Move): Generator<MoveProblem> {
  const { label, needsFoc } = DETAILED_FACTS[move.to];
  if (move.to === 'rejected' && !given(move.rejectReason)) {
    yield { field: 'rejectReason', because: 'Rejected needs a reason.' };
  }
  if (needsFoc && !move.focOn && !(DETAILED_FACTS[order.detailedStatus].needsFoc && order.focOn)) {
    yield { field: 'focOn', because: `${label} needs the confirmed porting date (FOC).` };
  }
  if (move.to === 'accepted' && !move.approvedOn && !order.approvedOn) {
    yield { field: 'approvedOn', because: 'Accepted needs the approved date.' };
  }
  if (move.to === 'closed-as-incomplete' && !given(move.note)) {
    yield { field: 'note', because: 'Closed as incomplete needs a note for the partner.' };
  }
}

function* badDates(order: OrderState, move: Move, context: MoveContext): Generator<MoveProblem> {
  const { today } = context;
  yield* badForType(order, move);
  for (const field of ['submittedOn', 'approvedOn'] as const) {
    const date = move[field];
    if (date && date > today) {
      yield { field, because: `${formatCalendarDate(date)} is in the future.` };
    }
  }
  if (allowed(move, context)) return;
  for (const field of ['focOn', 'estimatedOn'] as const) {
    const date = move[field];
    if (!date || date === order[field]) continue;
    const because = notAPortingDay(date, today, context.holidays);
    if (because) yield { field, because, overridable: true };
  }
  if (move.focTime && move.focTime !== order.focTime && isUnusualTime(move.focTime, order.numbers)) {
    const because = `Only orders of more than ${LARGE_ORDER} numbers port at ${formatClockTime(move.focTime)}; the others at ${formatClockTime(STANDARD_PORTING_TIME)}.`;
    yield { field: 'focTime', because, overridable: true };
  }
}

/** What a field has no place in: toll-free orders have no FOC and are not submitted by date, local ones are not approved. */
function* badForType(order: OrderState, move: Move): Generator<MoveProblem> {
  if (order.type === 'toll-free') {
    if (move.focOn)
      yield { field: 'focOn', because: 'A toll-free order has no confirmed porting date (FOC).' };
    if (move.submittedOn)
      yield { field: 'submittedOn', because: 'A toll-free order has no submission date to a carrier.' };
  } else if (move.approvedOn) {
    yield { field: 'approvedOn', because: 'Only a toll-free order has an approved date.' };
  }
  if (move.focOn && !DETAILED_FACTS[move.to].needsFoc && !KEEPS_FOC.has(move.to)) {
    yield {
      field: 'focOn',
      because: `${DETAILED_FACTS[move.to].label} has no confirmed porting date (FOC).`,
    };
  }
}

/** Whether a lead lets stand what the rules refuse; a correction tells what is, so that no day is wrong for it. */
function allowed(move: Move, { role }: MoveContext): boolean {
  return given(move.note) && (move.correction === true || (move.override === true && role === 'lead'));
}

/** Statuses after which the confirmed date still tells when it ported, or was to. */
const KEEPS_FOC: ReadonlySet<DetailedStatus> = new Set<DetailedStatus>([
  'firm-order-confirmation',
  'confirmed',
  'completed',
  'cancelled',
  'closed-as-incomplete',
]);

/**
 * A confirmed date that expired or was revoked goes, so that nobody relies on it; so does the approval of a toll-free order.
 * Requested and estimated dates stay as they are. Source: three dates that are never merged; "ready to assign".
 */
function moved(order: OrderState, move: Move, today: CalendarDate): OrderFields {
  const { numbers: _, ...before } = order;
  const { to } = move;
  const focOn = move.focOn ?? (KEEPS_FOC.has(to) ? order.focOn : null);
  const keepsTime = focOn !== null && (focOn === order.focOn || to === order.detailedStatus);
  const standard = DETAILED_FACTS[to].needsFoc ? STANDARD_PORTING_TIME : null;
  const arrives = to === 'submitted' && order.detailedStatus !== to && order.type === 'local';
  const firstSubmitted = arrives && order.submittedOn === null ? today : null;
  const revoked =
    isOpen(to) && to !== 'accepted' && (order.detailedStatus === 'accepted' || to === 'rejected');
  return {
    ...before,
    detailedStatus: to,
    submittedOn: move.submittedOn ?? order.submittedOn ?? firstSubmitted,
    estimatedOn: move.estimatedOn ?? order.estimatedOn,
    focOn,
    focTime: focOn === null ? null : (move.focTime ?? (keepsTime ? order.focTime : null) ?? standard),
    approvedOn: move.approvedOn ?? (revoked ? null : order.approvedOn),
    rejectReason: to === 'rejected' ? (move.rejectReason?.trim() ?? null) : order.rejectReason,
  };
}

function sameFields(before: OrderFields, after: OrderFields): boolean {
  return (Object.keys(after) as (keyof OrderFields)[]).every((key) => before[key] === after[key]);
}

function fieldOf(field: keyof OrderFields): keyof Move {
  return field in MOVE_FIELDS ? (field as keyof Move) : 'to';
}

const MOVE_FIELDS = { submittedOn: 1, estimatedOn: 1, focOn: 1, focTime: 1, approvedOn: 1, rejectReason: 1 };

function other(type: OrderFields['type']): string {
  return type === 'local' ? 'toll-free' : 'local';
}

function given(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
