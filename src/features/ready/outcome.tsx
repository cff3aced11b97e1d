'use client';

import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconX } from '@tabler/icons-react';
import { type RefObject, useEffect, useState, useTransition } from 'react';
import { count, counted } from '#domain/counted.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { undoAssign } from './actions.ts';
import styles from './outcome.module.css';
import { type Assigned, problemOf } from './use-assigning.ts';
import { useReady } from './use-ready.tsx';

/** For so long it is offered to undo what was just assigned. */
const UNDO_SECONDS = 30;
/** So many of the numbers that were left are told; the others are counted. */
const TOLD = 20;

type OutcomeProps = {
  outcome: Assigned | null;
  onDismiss: () => void;
  undo: RefObject<HTMLButtonElement | null>;
};

/** Says what was just assigned and offers to take it back, and which numbers were left and why. */
export function Outcome({ outcome, onDismiss, undo }: OutcomeProps) {
  return (
    <div role="status" className={styles.place}>
      {outcome && <Said key={outcome.batchId} outcome={outcome} onDismiss={onDismiss} undo={undo} />}
    </div>
  );
}

function Said({ outcome, onDismiss, undo }: OutcomeProps & { outcome: Assigned }) {
  const { assigned, leftCount, left, problem } = outcome;
  const { undone, putBack, undoing, seconds } = useUndo(outcome);
  const whole = problem === null && leftCount === 0;
  const Icon = whole ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={styles.outcome} data-tone={whole ? 'ok' : 'wait'}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <div className={styles.words}>
        <p>{undone ?? saidOf(outcome)}</p>
        {problem && <p>{problem} What is done is done; what was selected still is.</p>}
        {leftCount > 0 && (
          <>
            <p>
              {counted(leftCount, 'number')} left as {leftCount === 1 ? 'it is' : 'they are'}:
            </p>
            <ul>
              {left.slice(0, TOLD).map(({ requestId, phone, because }) => (
                <li key={`${requestId} ${phone}`}>
                  <b>{formatPhoneNumber(phone)}</b> {because}
                </li>
              ))}
              {leftCount > TOLD && <li>And {count(leftCount - TOLD)} more.</li>}
            </ul>
          </>
        )}
      </div>
      {undone === null && assigned > 0 && seconds > 0 && (
        <button
          ref={undo}
          type="button"
          className={`${control.button} ${control.small}`}
          aria-busy={undoing}
          onClick={putBack}
        >
          <IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" />
          Undo
          <span className={styles.left} aria-hidden="true">
            {seconds} s
          </span>
        </button>
      )}
      <IconButton name="Dismiss" onClick={onDismiss}>
        <IconX size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function saidOf({ assigned, assignedTo }: Assigned): string {
  if (assigned === 0) return 'Nothing was assigned.';
  return `${counted(assigned, 'number')} assigned${assignedTo === null ? '' : ` to ${assignedTo}`}.`;
}

function useUndo({ batchId, assigned }: Assigned) {
  const { refresh } = useReady();
  const [undone, setUndone] = useState<string | null>(null);
  const [undoing, start] = useTransition();
  const seconds = useSecondsLeft();
  const putBack = () =>
    start(async () => {
      const result = await undoAssign(batchId).catch(() => null);
      setUndone(result?.ok ? undoneWords(result.value, assigned) : problemOf(result));
      refresh();
    });
  return { undone, putBack, undoing, seconds };
}

function undoneWords(taken: number, assigned: number): string {
  if (taken === assigned)
    return `Undone. ${counted(taken, 'number')} ready to assign again, if still confirmed.`;
  return `${counted(taken, 'number')} taken back. Somebody changed the other ${count(assigned - taken)} in the meantime, so they stay.`;
}

/** Counts down from the moment it is first shown. */
function useSecondsLeft(): number {
  const [left, setLeft] = useState(UNDO_SECONDS);
  useEffect(() => {
    const until = Date.now() + UNDO_SECONDS * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 500);
    return () => clearInterval(timer);
  }, []);
  return left;
}
