'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useAlive } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { discard } from '../actions.ts';
import { problemInWords, UNREACHED } from '../words.ts';
import styles from './setup-list.module.css';

/** Gives up a set-up that was never submitted, after a question. */
export function Discard({ setupId, company }: { setupId: number; company: string }) {
  const router = useRouter();
  const alive = useAlive();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  const give = () =>
    begin(async () => {
      const result = await discard(setupId).catch(() => null);
      if (!result?.ok) return setProblem(result ? problemInWords(result.problem) : UNREACHED);
      if (result.value.kind === 'submitted') setProblem('It was submitted meanwhile, and stays.');
      router.refresh();
    });
  if (!asking) {
    return (
      <button
        type="button"
        className={`${control.button} ${control.small} ${control.subtle}`}
        data-alive={alive ? '' : undefined}
        aria-label={`Discard the set-up of ${company}`}
        onClick={() => setAsking(true)}
      >
        Discard
      </button>
    );
  }
  return (
    <fieldset className={styles.question} aria-label={`Discard the set-up of ${company}?`}>
      <p>
        Discard the set-up of {company}? The account, its numbers and its files are deleted.
        {problem && <span className={control.error}> {problem}</span>}
      </p>
      <button
        type="button"
        className={`${control.button} ${control.small}`}
        aria-busy={pending}
        onClick={give}
      >
        Discard it
      </button>
      <button
        type="button"
        ref={(button) => button?.focus()}
        className={`${control.button} ${control.small} ${control.subtle}`}
        onClick={() => setAsking(false)}
      >
        Keep it
      </button>
    </fieldset>
  );
}
