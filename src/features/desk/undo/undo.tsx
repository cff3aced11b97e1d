'use client';

import { IconArrowBackUp, IconCircleCheck, IconX } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useEffect, useState, useTransition } from 'react';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { Link } from '#ui/link.tsx';
import { undo } from './actions.ts';
import styles from './undo.module.css';

/** For so long an act can be undone; the database holds it to the same. */
export const UNDO_SECONDS = 30;

/** What was done, in a sentence, and its act; `link` leads to what it made. */
export type Done = {
  actId: string;
  said: string;
  link?: { label: string; href: string };
  onUndone?: () => void;
};

const Context = createContext<((done: Done) => void) | null>(null);

/** Offers to undo what was just done. Inside UndoProvider only. */
export function useOfferUndo(): (done: Done) => void {
  const offer = use(Context);
  if (!offer) throw new Error('useOfferUndo outside UndoProvider');
  return offer;
}

/** Says below the page what was just done and offers to undo it, also while one goes on to the next order. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ done: Done; since: number } | null>(null);
  const offer = useCallback((done: Done) => setShown({ done, since: Date.now() }), []);
  return (
    <Context value={offer}>
      {children}
      <div className={styles.place} role="status">
        {shown && <UndoBar key={shown.since} {...shown} onClose={() => setShown(null)} />}
      </div>
    </Context>
  );
}

function UndoBar({ done, since, onClose }: { done: Done; since: number; onClose: () => void }) {
  const router = useRouter();
  const left = useSecondsLeft(since + UNDO_SECONDS * 1000);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [undoing, start] = useTransition();

  const putBack = () =>
    start(async () => {
      const result = await undo(done.actId).catch(() => null);
      setOutcome(sentenceOf(result));
      if (result?.ok && result.value.kind === 'undone' && result.value.undone > 0) done.onUndone?.();
      router.refresh();
    });

  return (
    <div className={styles.bar}>
      <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
      <p>
        {outcome ?? done.said}
        {!outcome && done.link && <Link href={done.link.href}>{done.link.label}</Link>}
      </p>
      {!outcome && left > 0 && (
        <button
          type="button"
          className={`${control.button} ${control.small}`}
          data-key="u"
          aria-busy={undoing}
          onClick={putBack}
        >
          <IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" />
          Undo
          <span className={styles.left} aria-hidden="true">
            {left} s
          </span>
        </button>
      )}
      <IconButton name="Dismiss" onClick={onClose}>
        <IconX size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function sentenceOf(result: Awaited<ReturnType<typeof undo>> | null): string {
  if (!result) return 'It could not be undone: the connection failed. Nothing was changed.';
  if (!result.ok) return result.problem.sentence;
  const { value } = result;
  if (value.kind === 'refused') return value.because;
  const [kept] = value.kept;
  if (kept && value.undone === 0) return `It was not undone. ${kept.because}`;
  return kept
    ? `Undone, but for order ${kept.order.orderId}: ${kept.because}`
    : 'Undone. Everything is as it was.';
}

function useSecondsLeft(until: number): number {
  const [left, setLeft] = useState(() => secondsTo(until));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsTo(until)), 500);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

function secondsTo(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}
