'use client';

import { IconArrowsSplit2 } from '@tabler/icons-react';
import { type FormEvent, useId, useState } from 'react';
import { count, counted } from '#domain/counted.ts';
import { legalMoves } from '#domain/legal-moves.ts';
import { decideMove, type Move, type MoveProblem } from '#domain/moves.ts';
import { DETAILED_FACTS, type DetailedStatus } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { type MoveDraft, parseDraft, startDraft } from '../move/move-draft.ts';
import { MoveFields } from '../move/move-fields.tsx';
import { useToldProblems } from '../move/use-told-problems.ts';
import { split } from './actions.ts';
import { type ChosenProps, noneStays } from './chosen-numbers.tsx';
import { atOnce, FormProblems } from './move-panel.tsx';
import styles from './numbers.module.css';
import { NumbersProblems } from './numbers-problems.tsx';
import { stateOf } from './order-view.ts';
import { orderUrl } from './url.ts';
import { useChanges } from './use-changes.tsx';

/** Takes numbers to a new order of the request, as they are or moved in the same step. */
export function SplitNumbers({ view, phones, base, onDone }: ChosenProps) {
  const { order, context, reasons, url } = view;
  const { send, pending } = useChanges();
  const id = useId();
  const [draft, setDraft] = useState<MoveDraft | null>(null);
  const { form, problems, tell, settle } = useToldProblems<{ field: string; because: string }>();
  const part = { ...stateOf(order), numbers: phones.length };
  const { label } = DETAILED_FACTS[order.detailedStatus];
  const ofMove = problems.filter((one): one is MoveProblem => one.field !== 'phones');

  const choose = (to: string) => {
    tell([]);
    if (to === '') return setDraft(null);
    const target = to as DetailedStatus;
    setDraft({ ...(draft ?? startDraft(target, context.today, part)), to: target });
  };
  const change = (changed: Partial<MoveDraft>) => {
    setDraft((now) => now && { ...now, ...changed });
    settle(changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const because = noneStays(order.numbers, phones);
    if (because) return tell([{ field: 'phones', because }]);
    let move: Move | undefined;
    if (draft) {
      const parsed = parseDraft(draft, order.type);
      if (parsed.kind === 'problems') return tell(parsed.problems);
      move = parsed.move;
      const decision = decideMove(part, move, context);
      if (decision.kind === 'refused') return tell(decision.problems);
    }
    const stay = order.numbers - phones.length;
    send<{ field: string; because: string }>({
      base,
      call: (seen) => split({ order: seen, phones: [...phones], move }),
      mine: [{ field: 'numbers', from: order.numbers, to: stay }],
      said: ({ newOrderId = 0 }) => ({
        said: `${counted(phones.length, 'number')} split off to order ${newOrderId}.`,
        link: { label: 'Open it', href: orderUrl({ orderId: newOrderId, from: url.from }) },
      }),
      refused: tell,
      forget: () => {
        setDraft(null);
        onDone();
      },
    });
  };

  return (
    <form ref={form} className={styles.chosenForm} noValidate onSubmit={submit}>
      <p>
        They go to a new order of request {order.requestId}, with this order’s status and dates.{' '}
        {count(Math.max(0, order.numbers - phones.length))} stay here.
      </p>
      <div className={`${control.field} ${styles.narrow}`}>
        <label className={control.label} htmlFor={id}>
          The new order becomes
        </label>
        <select
          id={id}
          className={control.input}
          value={draft?.to ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{label}, as this one</option>
          {legalMoves(order.detailedStatus, order.type).map((to) => (
            <option key={to} value={to}>
              {DETAILED_FACTS[to].label}
              {to === order.detailedStatus && ', with a new date'}
            </option>
          ))}
        </select>
      </div>
      {draft && (
        <MoveFields
          draft={draft}
          type={order.type}
          order={part}
          problems={[...ofMove, ...atOnce(ofMove, draft, (move) => decideMove(part, move, context))]}
          reasons={reasons}
          context={context}
          onChange={change}
        />
      )}
      <FormProblems problems={ofMove} />
      <NumbersProblems problems={problems} />
      <div className={styles.buttons}>
        <button type="submit" className={control.button} aria-busy={pending}>
          <IconArrowsSplit2 size={16} stroke={1.75} aria-hidden="true" />
          Split off {counted(phones.length, 'number')}
        </button>
      </div>
    </form>
  );
}
