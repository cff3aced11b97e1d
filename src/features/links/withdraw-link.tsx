'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import control from '#ui/control.module.css';
import { withdraw } from './actions.ts';
import styles from './links.module.css';

/** Withdraws a link after a question, for it cannot be given back: a new one has another address. */
export function WithdrawLink({ id, requestId }: { id: string; requestId: string }) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();

  const sure = () => {
    if (pending) return;
    start(async () => {
      const result = await withdraw(id).catch(() => null);
      if (!result) return setProblem('The connection failed. Try again.');
      if (!result.ok) return setProblem(result.problem.sentence);
      router.refresh();
    });
  };

  if (!asked) {
    return (
      <button
        type="button"
        className={`${control.button} ${control.small}`}
        aria-label={`Withdraw the link to request ${requestId}`}
        onClick={() => setAsked(true)}
      >
        Withdraw
      </button>
    );
  }
  return (
    <fieldset className={styles.question} aria-label="Withdraw this link?">
      <p>Whoever has it sees nothing from then on. It cannot be taken back.</p>
      <button
        type="button"
        className={`${control.button} ${control.small} ${styles.danger}`}
        aria-disabled={pending || undefined}
        ref={focus}
        onClick={sure}
      >
        {pending ? 'Withdrawing' : 'Withdraw link'}
      </button>
      <button
        type="button"
        className={`${control.button} ${control.small} ${control.subtle}`}
        onClick={() => setAsked(false)}
      >
        Keep it
      </button>
      {problem && (
        <p className={control.error} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function focus(button: HTMLButtonElement | null): void {
  button?.focus();
}
