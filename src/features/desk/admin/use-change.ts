'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState, useTransition } from 'react';
import type { Answered } from './answer.ts';

/** Why something was not done, and which field that is about. */
export type Refusal = { because: string; field: string | null };

/**
 * Sends a change and shows the page as it is afterwards. While it runs `pending` holds and a second press does nothing;
 * `refusal` says why the last one was not done.
 */
export function useChange(): {
  pending: boolean;
  refusal: Refusal | null;
  forgive: () => void;
  change: <T>(call: () => Answered<T>, then?: (value: T) => void) => void;
} {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const forgive = useCallback(() => setRefusal(null), []);
  const change = <T>(call: () => Answered<T>, then?: (value: T) => void) => {
    if (pending) return;
    start(async () => {
      const result = await call().catch(() => null);
      if (!result) return setRefusal({ because: UNREACHED, field: null });
      if (!result.ok) {
        const { problem } = result;
        const quoted = 'reference' in problem ? ` Reference ${problem.reference}.` : '';
        return setRefusal({ because: problem.sentence + quoted, field: null });
      }
      if (!result.value.done) return setRefusal(result.value);
      setRefusal(null);
      then?.(result.value.value);
      router.refresh();
    });
  };
  return { pending, refusal, forgive, change };
}

const UNREACHED = 'The connection failed. What you wrote is still here: try again.';
