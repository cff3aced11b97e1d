'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { FormProblem } from '../field.tsx';
import { AskFirst } from '../unfold.tsx';
import { useChange } from '../use-change.ts';
import { sendAgain } from './actions.ts';
import rows from './mail.module.css';

/** Has a mail sent that was not. */
export function SendAgain({ id, to, state }: { id: string; to: string; state: 'failed' | 'kept' }) {
  const { change, pending, refusal } = useChange();
  return (
    <div className={rows.acts}>
      <FormProblem refusal={refusal} fields={[]} />
      <AskFirst
        label={state === 'failed' ? 'Send again' : 'Send it now'}
        question={
          state === 'failed'
            ? `It goes to ${to} once more. Should the mail server have taken an attempt after all, it can tell the two by their Message-ID.`
            : `It goes to ${to}, as it was written.`
        }
        yes={state === 'failed' ? 'Send it again' : 'Send it'}
        pending={pending}
        onYes={() => change(() => sendAgain({ id }))}
      />
    </div>
  );
}

const EVERY_MS = 3_000;

/** Shows the page anew while something on it is about to change. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
