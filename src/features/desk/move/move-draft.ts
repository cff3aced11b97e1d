import { parseCalendarDate } from '#domain/calendar-date.ts';
import { parseClockTime, STANDARD_PORTING_TIME } from '#domain/clock-time.ts';
import { inputsOf, type Move, type MoveInput, type MoveProblem } from '#domain/moves.ts';
import type { OrderFields } from '#domain/order-rules.ts';
import { DETAILED_FACTS, type DetailedStatus, type NumberType } from '#domain/status.ts';

/** A move as it is being typed. What another target asks for stays in it, so that changing one's mind loses nothing. */
export type MoveDraft = { [Field in MoveInput]-?: string } & {
  to: DetailedStatus;
  override: boolean;
  correction: boolean;
};

export type ParsedDraft = { kind: 'move'; move: Move } | { kind: 'problems'; problems: MoveProblem[] };

/** What a move to a target begins with: what the order has, the standard time, and today where that is usual. */
export function startDraft(to: DetailedStatus, today: string, order: OrderFields | null): MoveDraft {
  const dated = order !== null && DETAILED_FACTS[order.detailedStatus].needsFoc === true;
  return {
    to,
    // Of many orders each keeps the day that it was first submitted on, and today is set where there is none.
    submittedOn: order?.type === 'local' ? (order.submittedOn ?? today) : '',
    estimatedOn: '',
    focOn: (dated && order.focOn) || '',
    focTime: (dated && order.focTime) || STANDARD_PORTING_TIME,
    approvedOn: order?.approvedOn ?? '',
    rejectReason: '',
    note: '',
    override: false,
    correction: false,
  };
}

/** What a target asks for and may take along; of orders of both types (null), what both need and what either takes. */
export function inputsFor(to: DetailedStatus, type: NumberType | null): ReturnType<typeof inputsOf> {
  if (type !== null) return inputsOf(to, type);
  const [local, tollFree] = [inputsOf(to, 'local'), inputsOf(to, 'toll-free')];
  const required = local.required.filter((input) => tollFree.required.includes(input));
  const all = [...local.required, ...local.optional, ...tollFree.required, ...tollFree.optional];
  return { required, optional: [...new Set(all)].filter((input) => !required.includes(input)) };
}

/**
 * Reads a draft: the move, or what cannot be read or is missing, at its field. `many`: the orders may each have the date
 * that the target asks for, so that its absence is for the decision of each to find.
 */
export function parseDraft(
  draft: MoveDraft,
  type: NumberType | null,
  { many = false }: { many?: boolean } = {},
): ParsedDraft {
  const { move, problems } = readDraft(draft, type);
  const { required } = inputsFor(draft.to, type);
  for (const input of required) {
    const said = input === 'focTime' || problems.some(({ field }) => field === input);
    if (said || move[input] !== undefined || (many && isDateInput(input))) continue;
    problems.push({ field: input, because: missing(draft.to, input) });
  }
  if ((draft.correction || draft.override) && move.note === undefined && !required.includes('note')) {
    const because = draft.correction
      ? 'A correction needs its reason.'
      : 'Say in a note why the date shall stand.';
    problems.push({ field: 'note', because });
  }
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'move', move };
}

/** What of a draft can be read already, and what cannot. */
export function readDraft(
  draft: MoveDraft,
  type: NumberType | null,
): { move: Move; problems: MoveProblem[] } {
  const { required, optional } = inputsFor(draft.to, type);
  const problems: MoveProblem[] = [];
  const move: Move = { to: draft.to };
  for (const input of new Set([...required, ...optional])) {
    const text = draft[input].trim();
    if (text === '') continue;
    if (isDateInput(input)) {
      const date = parseCalendarDate(text);
      if (date) move[input] = date;
      else problems.push({ field: input, because: `“${text}” is no date.` });
    } else if (input === 'focTime') {
      const time = parseClockTime(text);
      if (time) move.focTime = time;
      else problems.push({ field: input, because: `“${text}” is no time of day.` });
    } else move[input] = text;
  }
  // Without a date the standard time would overwrite one that was arranged.
  if (draft.focOn.trim() === '') delete move.focTime;
  if (draft.correction) move.correction = true;
  else if (draft.override) move.override = true;
  return { move, problems };
}

type DateInput = 'submittedOn' | 'estimatedOn' | 'focOn' | 'approvedOn';

function isDateInput(input: MoveInput): input is DateInput {
  return input.endsWith('On');
}

function missing(to: DetailedStatus, input: MoveInput): string {
  const { label } = DETAILED_FACTS[to];
  return `${label} needs ${NOUNS[input]}.`;
}

const NOUNS: Record<MoveInput, string> = {
  submittedOn: 'the day it went to the carrier',
  estimatedOn: 'the estimated date (EPD)',
  focOn: 'a FOC date',
  focTime: 'a time',
  approvedOn: 'the approved date',
  rejectReason: 'a reason',
  note: 'a note for the partner',
};
