'use client';

import { useState } from 'react';
import type { LeftNumber } from '#data/assignments/assignment.ts';
import type { ActionResult } from '#server/action.ts';
import { assign } from './actions.ts';
import { useReady } from './use-ready.tsx';
import type { Selection } from './use-selection.ts';

/** What came of marking numbers as assigned. `left` are the first of those that could not be. */
export type Assigned = {
  batchId: string;
  assigned: number;
  assignedTo: string | null;
  leftCount: number;
  left: readonly LeftNumber[];
  /** Why it ended before all were looked at. */
  problem: string | null;
};

export type Assigning = {
  /** How many of how many are done, while it runs. */
  running: { done: number; total: number } | null;
  outcome: Assigned | null;
  dismiss: () => void;
  /** Whether something was assigned and nothing broke: then what was typed has done its work. */
  run: (selection: Selection, assignedTo: string) => Promise<boolean>;
};

type Asked = Parameters<typeof assign>[0]['asked'];

/** Marks a selection as assigned, batch by batch where it is all that match; what is done stays done if it breaks. */
export function useAssigning(): Assigning {
  const { view, refresh } = useReady();
  const [running, setRunning] = useState<Assigning['running']>(null);
  const [outcome, setOutcome] = useState<Assigned | null>(null);
  const { accountId, text } = view.url;

  return {
    running,
    outcome,
    dismiss: () => setOutcome(null),
    async run(selection, assignedTo) {
      const asked: Asked = selection.all
        ? { matching: { accountId, text } }
        : { numbers: selection.rows.map(({ requestId, phone }) => ({ requestId, phone })) };
      const total = selection.count;
      setOutcome(null);
      setRunning({ done: 0, total });
      const done = await assignAll(asked, assignedTo, (n) => setRunning({ done: n, total }));
      setRunning(null);
      setOutcome(done);
      if (done.problem === null) selection.clear();
      refresh();
      return done.assigned > 0 && done.problem === null;
    },
  };
}

async function assignAll(
  asked: Asked,
  assignedTo: string,
  onDone: (done: number) => void,
): Promise<Assigned> {
  const batchId = newId();
  const name = assignedTo.trim() === '' ? null : assignedTo.trim();
  let so: Assigned = { batchId, assigned: 0, assignedTo: name, leftCount: 0, left: [], problem: null };
  for (;;) {
    const result = await assign({ asked, assignedTo, batchId }).catch(() => null);
    if (!result?.ok) return { ...so, problem: problemOf(result) };
    const { assigned, leftCount, left, more } = result.value;
    so = {
      ...so,
      assigned: so.assigned + assigned,
      leftCount: so.leftCount + leftCount,
      left: [...so.left, ...left],
    };
    onDone(so.assigned);
    // A round that got nowhere will not get further.
    if (!more || assigned === 0) return so;
  }
}

/** Why a call did not work, in a sentence. */
export function problemOf(result: ActionResult<unknown> | null): string {
  if (!result) return 'The connection failed. Try again.';
  if (result.ok) return '';
  const { problem } = result;
  return problem.code === 'failed' ? `${problem.sentence} Reference ${problem.reference}.` : problem.sentence;
}

/** crypto.randomUUID needs a secure context, which a portal on a plain address in an office is not. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
