import { notAPortingDay } from './business-days.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { MoveContext, OrderState } from './moves.ts';
import { brokenRule, type OrderFields } from './order-rules.ts';
import type { Priority } from './priority.ts';

/** What may be edited of an order without moving it; a field that is not given stays, null empties it. */
export type OrderEdit = {
  location?: string | null;
  coordinator?: string | null;
  estimatedOn?: CalendarDate | null;
  requestedOn?: CalendarDate | null;
  priority?: Priority;
  /** Of the request: all its orders have it. */
  caseNumber?: string | null;
  note?: string;
  /** A lead lets an estimated date stand that the rules refuse; needs the note. */
  override?: boolean;
};

export type EditProblem = { field: keyof OrderEdit; because: string; overridable?: true };

export type EditDecision =
  | { kind: 'change'; after: OrderFields; caseNumber: string | null }
  | { kind: 'unchanged' }
  | { kind: 'refused'; problems: EditProblem[] };

/** Case numbers are short: the database holds them to this length too. */
export const CASE_NUMBER_LENGTH = 64;

/** Decides an edit of one order: what it is afterwards, or every reason why not. */
export function decideEdit(
  order: OrderState & { caseNumber: string | null },
  edit: OrderEdit,
  context: MoveContext,
): EditDecision {
  const problems = [...refusals(order, edit, context)];
  const { numbers: _, caseNumber: caseBefore, ...before } = order;
  const after: OrderFields = {
    ...before,
    location: text(edit.location, order.location),
    coordinator: text(edit.coordinator, order.coordinator),
    estimatedOn: edit.estimatedOn === undefined ? order.estimatedOn : edit.estimatedOn,
    requestedOn: edit.requestedOn === undefined ? order.requestedOn : edit.requestedOn,
    priority: edit.priority ?? order.priority,
  };
  const broken = brokenRule(after);
  if (broken) problems.push({ field: broken.field as keyof OrderEdit, because: broken.because });
  if (problems.length > 0) return { kind: 'refused', problems };
  const caseNumber = text(edit.caseNumber, caseBefore);
  const same =
    caseNumber === caseBefore &&
    (Object.keys(after) as (keyof OrderFields)[]).every((key) => after[key] === before[key]);
  return same ? { kind: 'unchanged' } : { kind: 'change', after, caseNumber };
}

function* refusals(order: OrderState, edit: OrderEdit, context: MoveContext): Generator<EditProblem> {
  if (edit.caseNumber && edit.caseNumber.trim().length > CASE_NUMBER_LENGTH) {
    yield { field: 'caseNumber', because: `A case number has at most ${CASE_NUMBER_LENGTH} characters.` };
  }
  if (edit.override && context.role !== 'lead') {
    yield { field: 'override', because: 'Only a lead can let such a date stand.' };
  } else if (edit.override && !edit.note?.trim()) {
    yield { field: 'note', because: 'Say in a note why the date shall stand.' };
  }
  const date = edit.estimatedOn;
  if (!date || date === order.estimatedOn || edit.override) return;
  const because = notAPortingDay(date, context.today, context.holidays);
  if (because) yield { field: 'estimatedOn', because, overridable: true };
}

function text(given: string | null | undefined, before: string | null): string | null {
  return given === undefined ? before : given?.trim() || null;
}
