import { type Decision, decideMove, type Move, type MoveContext } from '#domain/moves.ts';
import type { Outcome } from './acts.ts';
import type { OrderNow } from './read-orders.ts';
import type { OrderChange } from './record-changes.ts';

export type Decided = { order: OrderNow; move: Move; decision: Decision };

/** Decides a move of an order as it is now. One without numbers is not worked any more: a split was undone. */
export function decide(order: OrderNow, move: Move, context: MoveContext): Decided {
  if (order.state.numbers === 0) return { order, move, decision: refusal('It holds no numbers.') };
  return { order, move, decision: decideMove(order.state, move, context) };
}

export function refusal(because: string): Decision {
  return { kind: 'refused', problems: [{ field: 'to', because }] };
}

/** Why a decision refuses, as one text; null when it does not. */
export function becauseOf(decision: Decision): string | null {
  if (decision.kind !== 'refused') return null;
  return decision.problems.map(({ because }) => because).join(' ');
}

/** A preview's outcome of an order; its move is its target where each order of the act has its own. */
export function previewed({ order, move, decision }: Decided, own: boolean): Outcome {
  const { partnerId, orderId, version } = order;
  const outcome = decision.kind === 'change' ? 'ready' : decision.kind;
  const because = becauseOf(decision) ?? undefined;
  return { partnerId, orderId, version, outcome, because, target: own ? move : undefined };
}

/** The changes that decisions come to. */
export function changesOf(decided: readonly Decided[]): OrderChange[] {
  return decided.flatMap(({ order, move, decision }) =>
    decision.kind === 'change'
      ? [{ order, after: decision.after, kind: move.correction ? 'corrected' : 'changed', note: move.note }]
      : [],
  );
}

/** The move of an act: an act of kind correction makes each of its moves one. */
export function moveOf(kind: string, move: Move): Move {
  return kind === 'correction' ? { ...move, correction: true } : move;
}

/** What an act of moves keeps of what it was asked. Days are judged as on the day of its preview. */
export type MovesAsked = { today: MoveContext['today']; move: Move | null };
