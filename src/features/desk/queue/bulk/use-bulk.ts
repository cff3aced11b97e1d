'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { ActPreview, ActProgress } from '#data/orders/act.ts';
import { counted } from '#domain/counted.ts';
import type { MoveProblem } from '#domain/moves.ts';
import { DETAILED_FACTS, type DetailedStatus } from '#domain/status.ts';
import type { ActionProblem, ActionResult } from '#server/action.ts';
import { type MoveDraft, parseDraft, startDraft } from '../../move/move-draft.ts';
import { useOfferUndo } from '../../undo/undo.tsx';
import { apply, preview } from '../actions.ts';
import { NO_FILTER, queueUrl } from '../url.ts';
import type { Selection } from '../use-selection.ts';
import { typeOf } from './targets.ts';

/** How far changing the selected orders is. */
export type Stage =
  | { kind: 'draft' }
  | { kind: 'previewing' }
  | { kind: 'previewed'; preview: ActPreview }
  | { kind: 'applying'; preview: ActPreview; progress: ActProgress | null }
  | { kind: 'halted'; preview: ActPreview; progress: ActProgress | null; problem: ActionProblem | null }
  | { kind: 'done'; progress: ActProgress };

export type Bulk = ReturnType<typeof useBulk>;

/** Changing many orders: what is asked for, what it will do, doing it batch by batch. */
export function useBulk(selection: Selection, today: string, onDone: () => void) {
  const router = useRouter();
  const offerUndo = useOfferUndo();
  const [correcting, setCorrecting] = useState(false);
  const [draft, setDraft] = useState<MoveDraft | null>(null);
  const [problems, setProblems] = useState<readonly MoveProblem[]>([]);
  const [failed, setFailed] = useState<ActionProblem | null>(null);
  const [stage, setStage] = useState<Stage>({ kind: 'draft' });
  const asking = useRef(0);

  const revise = (next: MoveDraft | null) => {
    asking.current += 1;
    setDraft(next);
    setProblems([]);
    setFailed(null);
    setStage({ kind: 'draft' });
  };

  return {
    correcting,
    draft,
    problems,
    failed,
    stage,
    correct(on: boolean) {
      setCorrecting(on);
      revise(null);
    },
    choose(to: DetailedStatus | null) {
      if (to === null) return revise(null);
      // What was typed for another target stays.
      const started = draft ? { ...draft, to } : startDraft(to, today, null);
      revise({ ...started, correction: correcting });
    },
    change(change: Partial<MoveDraft>) {
      if (draft) revise({ ...draft, ...change });
    },
    /** What was previewed no longer holds: other orders are selected. */
    reset: () => revise(draft),
    async preview() {
      if (!draft) return;
      const parsed = parseDraft(draft, typeOf(selection), { many: true });
      if (parsed.kind === 'problems') return setProblems(parsed.problems);
      const mine = ++asking.current;
      setProblems([]);
      setFailed(null);
      setStage({ kind: 'previewing' });
      const { move } = parsed;
      const kind = correcting ? 'correction' : 'move';
      const result = await answered(preview({ kind, move, orders: ordersOf(selection) }));
      if (mine !== asking.current) return;
      if (result?.ok) return setStage({ kind: 'previewed', preview: result.value });
      setFailed(result?.problem ?? NO_ANSWER);
      setStage({ kind: 'draft' });
    },
    async apply(previewed: ActPreview, done: ActProgress | null = null) {
      const { actId } = previewed;
      let progress = done;
      setStage({ kind: 'applying', preview: previewed, progress });
      while (!progress?.done) {
        const result: ActionResult<ActProgress> | null = await answered(apply(actId));
        if (!result?.ok) {
          return setStage({ kind: 'halted', preview: previewed, progress, problem: result?.problem ?? null });
        }
        progress = result.value;
        setStage({ kind: 'applying', preview: previewed, progress });
      }
      setStage({ kind: 'done', progress });
      if (progress.changed > 0) {
        const to = draft ? ` to ${DETAILED_FACTS[draft.to].label}` : '';
        offerUndo({ actId, said: `${counted(progress.changed, 'order')} changed${to}.` });
      }
      router.refresh();
      if (progress.conflictCount === 0) onDone();
    },
  };
}

/** The address says which orders match, without the place in the list. */
function ordersOf({ all, orders }: Selection) {
  if (!all) return { selection: orders.map(({ partnerId, orderId }) => ({ partnerId, orderId })) };
  const sort = { column: 'since', descending: false } as const;
  const address = queueUrl({ filter: { ...NO_FILTER, ...all }, sort, position: null });
  return { matching: address.split('?')[1] ?? '' };
}

const NO_ANSWER: ActionProblem = {
  code: 'invalid',
  sentence: 'There was no answer: the connection failed. Nothing was changed.',
};

async function answered<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch(() => null);
}
