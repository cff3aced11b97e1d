'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useMemo, useRef, useState, useTransition } from 'react';
import type { Conflict, OrderDetail, SeenOrder } from '#data/orders/order.ts';
import type { FieldChange } from '#domain/order-changes.ts';
import type { ActionProblem, ActionResult } from '#server/action.ts';
import { type Done, useOfferUndo } from '../undo/undo.tsx';

/** What a verb answers that changes an order which the asker has seen. */
type Answer<Problem> =
  | { kind: 'changed'; actId: string; version?: number; newOrderId?: number }
  | { kind: 'unchanged' }
  | { kind: 'refused'; problems: Problem[] }
  | Conflict;

/** A change that somebody wants to make, as it was typed. */
export type Attempt<Problem> = {
  /** The version that it was begun on. */
  base: number;
  call: (order: SeenOrder) => Promise<ActionResult<Answer<Problem>>>;
  /** What it would change, to stand beside what somebody else changed meanwhile. */
  mine: readonly FieldChange[];
  /** What to say when it is done. */
  said: (answer: { newOrderId?: number }) => Pick<Done, 'said' | 'link'>;
  refused: (problems: Problem[]) => void;
  /** Forgets what was typed. */
  forget: () => void;
};

/** Somebody else was faster: what they changed, what is not saved, and the ways on. */
export type OpenConflict = Omit<Conflict, 'kind'> & {
  mine: readonly FieldChange[];
  keepTheirs: () => void;
  applyMine: () => void;
  goOn: () => void;
};

export type Changes = {
  send: <Problem>(attempt: Attempt<Problem>) => void;
  pending: boolean;
  conflict: OpenConflict | null;
  failure: ActionProblem | null;
  /** That what was asked for is so already. */
  unchanged: boolean;
  dismiss: () => void;
};

const Context = createContext<Changes | null>(null);

/** The ways to change the order of the page. Inside ChangesProvider only. */
export function useChanges(): Changes {
  const changes = use(Context);
  if (!changes) throw new Error('useChanges outside ChangesProvider');
  return changes;
}

export function ChangesProvider({ order, children }: { order: OrderDetail; children: ReactNode }) {
  const router = useRouter();
  const offerUndo = useOfferUndo();
  const [pending, start] = useTransition();
  const [conflict, setConflict] = useState<OpenConflict | null>(null);
  const [failure, setFailure] = useState<ActionProblem | null>(null);
  const [unchanged, setUnchanged] = useState(false);
  // Versions that our own changes made of others, and those that were seen in a conflict: typing goes on upon them.
  const followed = useRef(new Map<number, number>());
  const { partnerId, orderId } = order;

  const changes = useMemo<Changes>(() => {
    const dismiss = () => {
      setConflict(null);
      setFailure(null);
      setUnchanged(false);
    };
    const send: Changes['send'] = (attempt) => {
      const seen = { partnerId, orderId, version: follow(followed.current, attempt.base) };
      dismiss();
      start(async () => {
        const result = await attempt.call(seen).catch(() => CONNECTION_FAILED);
        if (!result.ok) return setFailure(result.problem);
        const answer = result.value;
        if (answer.kind === 'unchanged') return setUnchanged(true);
        if (answer.kind === 'refused') return attempt.refused(answer.problems);
        if (answer.kind === 'conflict') {
          const upon = { ...attempt, base: answer.order.version };
          return setConflict({
            ...answer,
            mine: attempt.mine,
            keepTheirs: () => {
              attempt.forget();
              dismiss();
              router.refresh();
            },
            applyMine: () => send(upon),
            goOn: () => {
              followed.current.set(seen.version, answer.order.version);
              dismiss();
              router.refresh();
            },
          });
        }
        const version = answer.version ?? seen.version + 1;
        followed.current.set(seen.version, version);
        attempt.forget();
        offerUndo({
          actId: answer.actId,
          ...attempt.said(answer),
          onUndone: () => followed.current.set(version, version + 1),
        });
        router.refresh();
      });
    };
    return { send, pending, conflict, failure, unchanged, dismiss };
  }, [partnerId, orderId, pending, conflict, failure, unchanged, offerUndo, router]);

  return <Context value={changes}>{children}</Context>;
}

const CONNECTION_FAILED = {
  ok: false,
  problem: {
    code: 'invalid',
    sentence: 'The connection failed. Nothing of yours is lost: try again.',
  },
} as const satisfies ActionResult<never>;

function follow(followed: ReadonlyMap<number, number>, base: number): number {
  let version = base;
  for (let next = followed.get(version); next !== undefined && next > version; next = followed.get(version))
    version = next;
  return version;
}
