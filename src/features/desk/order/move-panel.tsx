'use client';

import { type FormEvent, useState } from 'react';
import { legalMoves, possibleCorrections } from '#domain/legal-moves.ts';
import { decideMove, type Move, type MoveProblem } from '#domain/moves.ts';
import { changesBetween } from '#domain/order-changes.ts';
import { DETAILED_FACTS, type DetailedStatus, isOpen } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { type MoveDraft, parseDraft, readDraft, startDraft } from '../move/move-draft.ts';
import { MoveFields } from '../move/move-fields.tsx';
import { useToldProblems } from '../move/use-told-problems.ts';
import { move as moveOrder } from './actions.ts';
import styles from './move-panel.module.css';
import screen from './order-screen.module.css';
import { type OrderView, stateOf } from './order-view.ts';
import { TargetChoices } from './target-choices.tsx';
import { useChanges } from './use-changes.tsx';

/** Moves the order: the legal targets, and under the chosen one what it asks for. A lead may correct instead. */
export function MovePanel({ view }: { view: OrderView }) {
  const { order, context, reasons, corrects } = view;
  const { send, pending } = useChanges();
  const [base, setBase] = useState(order.version);
  const [draft, setDraft] = useState<MoveDraft | null>(null);
  const { form, problems, tell, settle } = useToldProblems<MoveProblem>();
  const [correcting, setCorrecting] = useState(false);
  const state = stateOf(order);
  const { label } = DETAILED_FACTS[order.detailedStatus];
  const targets = correcting
    ? possibleCorrections(order.detailedStatus, order.type)
    : [...legalMoves(order.detailedStatus, order.type), ...renewed(order.detailedStatus)];

  const change = (changed: Partial<MoveDraft>) => {
    setDraft((now) => now && { ...now, ...changed });
    settle(changed);
  };
  const choose = (to: DetailedStatus) => {
    if (!draft) setBase(order.version);
    setDraft({ ...(draft ?? startDraft(to, context.today, state)), to, correction: correcting });
    tell([]);
  };
  const correct = (on: boolean) => {
    setCorrecting(on);
    setDraft((now) => now && { ...now, correction: on });
    tell([]);
  };
  const forget = () => {
    setDraft(null);
    tell([]);
    setCorrecting(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!draft || pending) return;
    const parsed = parseDraft(draft, order.type);
    if (parsed.kind === 'problems') return tell(parsed.problems);
    const { move } = parsed;
    const decision = decideMove(state, move, context);
    if (decision.kind === 'refused') return tell(decision.problems);
    send<MoveProblem>({
      base,
      call: (seen) => moveOrder({ order: seen, move }),
      mine: decision.kind === 'change' ? changesBetween(state, decision.after) : [],
      said: () => ({ said: `Order ${order.orderId} is now ${DETAILED_FACTS[move.to].label}.` }),
      refused: tell,
      forget,
    });
  };

  return (
    <form ref={form} className={screen.card} aria-labelledby="move-title" noValidate onSubmit={submit}>
      <div className={styles.head}>
        <h2 id="move-title">{correcting ? 'Correct to' : 'Move to'}</h2>
        {corrects && (
          <fieldset className={control.segments}>
            <legend className="pp-vh">Move or correct</legend>
            {[false, true].map((on) => (
              <label key={String(on)}>
                <input
                  type="radio"
                  name="correcting"
                  checked={correcting === on}
                  onChange={() => correct(on)}
                />
                {on ? 'Correct' : 'Move'}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <p className={styles.intro}>
        {introduction(label, isOpen(order.detailedStatus), correcting, corrects)}
      </p>
      <TargetChoices
        targets={targets}
        chosen={draft?.to ?? null}
        from={order.detailedStatus}
        onChoose={choose}
      >
        {draft && (
          <MoveFields
            draft={draft}
            type={order.type}
            order={state}
            problems={[...problems, ...atOnce(problems, draft, (move) => decideMove(state, move, context))]}
            reasons={reasons}
            context={context}
            onChange={change}
          />
        )}
      </TargetChoices>
      {draft && (
        <div className={styles.foot}>
          <FormProblems problems={problems} />
          <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
            {actionWords(draft, order.detailedStatus)}
          </button>
          <button type="button" className={`${control.button} ${control.subtle}`} onClick={forget}>
            Cancel
          </button>
        </div>
      )}
    </form>
  );
}

/** What is in the way of all of it, not of one field. */
export function FormProblems({ problems }: { problems: readonly MoveProblem[] }) {
  const whole = problems.filter(({ field }) => ['to', 'override', 'correction'].includes(field));
  return (
    <div role="alert" className={styles.problems}>
      {whole.map(({ because }) => (
        <p key={because} className={control.error}>
          {because}
        </p>
      ))}
    </div>
  );
}

/** A day or time that carriers refuse is told while it is typed; what is missing only when it is sent. */
export function atOnce(
  told: readonly MoveProblem[],
  draft: MoveDraft,
  decide: (move: Move) => ReturnType<typeof decideMove>,
): MoveProblem[] {
  const { move } = readDraft(draft, null);
  const decision = decide(move);
  if (decision.kind !== 'refused') return [];
  const fields = new Set(told.map(({ field }) => field));
  return decision.problems.filter(({ field, overridable }) => overridable && !fields.has(field));
}

/** What an order may get anew while it stays where it is, beside the dates of legal moves. */
function renewed(from: DetailedStatus): DetailedStatus[] {
  return from === 'rejected' || from === 'accepted' ? [from] : [];
}

function introduction(label: string, open: boolean, correcting: boolean, corrects: boolean): string {
  if (correcting)
    return `What it really is, legal move or not. It is ${label} now; the history shows it as a correction.`;
  if (open) return `Only moves open from ${label}.`;
  return corrects
    ? `${label} is final. If that is wrong, correct it.`
    : `${label} is final. If that is wrong, a lead can correct it.`;
}

function actionWords({ to, correction }: MoveDraft, from: DetailedStatus): string {
  if (correction) return `Correct to ${DETAILED_FACTS[to].label}`;
  if (to === from) return to === 'rejected' ? 'Set the new reason' : 'Set the new date';
  return `Move to ${DETAILED_FACTS[to].label}`;
}
