'use client';

import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState, useTransition } from 'react';
import control from './control.module.css';
import styles from './secret-text.module.css';

type Revealed =
  | { ok: true; value: string }
  | { ok: false; problem: { sentence: string; reference?: string } };

/** A secret that is masked until somebody looks at it, which is recorded. */
export function SecretText({
  name,
  masked,
  reveal,
}: {
  name: string;
  masked: string;
  /** Brings the plain text, and records that somebody looks at it. */
  reveal: () => Promise<Revealed>;
}) {
  const [shown, setShown] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  const look = () =>
    begin(async () => {
      setProblem(null);
      const result = await reveal().catch(() => null);
      if (result?.ok) setShown(result.value);
      else setProblem(inWords(result));
    });
  const Icon = shown === null ? IconEye : IconEyeOff;
  return (
    <span className={styles.secret}>
      <span data-secret="" className={styles.text}>
        {shown ?? masked}
      </span>
      <button
        type="button"
        className={`${control.button} ${control.small} ${control.subtle}`}
        aria-busy={pending}
        aria-label={shown === null ? `Reveal the ${name}` : `Hide the ${name}`}
        data-tip={shown === null ? 'Who looks at it is recorded' : undefined}
        onClick={() => (shown === null ? look() : setShown(null))}
      >
        <Icon size={16} stroke={1.75} aria-hidden="true" />
        {shown === null ? 'Reveal' : 'Hide'}
      </button>
      {problem && (
        <span className={control.error} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}

function inWords(result: Exclude<Revealed, { ok: true }> | null): string {
  if (!result) return 'The connection failed: try again.';
  const { sentence, reference } = result.problem;
  return reference ? `${sentence} Reference ${reference}.` : sentence;
}
