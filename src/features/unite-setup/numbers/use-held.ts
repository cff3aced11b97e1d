'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { parsePastedNumbers } from '#domain/pasted-numbers.ts';
import type { HeldPhone } from '#domain/setup.ts';
import { checkNumbers } from '../actions.ts';

const AFTER_TYPING_MS = 300;

/** Which numbers of the lists are on an open order; `checking` while that is being asked. Overtaken answers are dropped. */
export function useHeld(
  lists: readonly string[],
  known: readonly HeldPhone[],
): { held: readonly HeldPhone[]; checking: boolean } {
  const key = lists.join('\n');
  const [answer, setAnswer] = useState({ key, held: known });
  const latest = useRef(0);
  const phones = useMemo(
    () => [...new Set(parsePastedNumbers(key).flatMap(({ phone }) => phone ?? []))],
    [key],
  );
  useEffect(() => {
    const turn = ++latest.current;
    if (phones.length === 0) return setAnswer({ key, held: [] });
    const timer = setTimeout(async () => {
      const result = await checkNumbers(phones).catch(() => null);
      // Without an answer what was known stays: submitting looks again, and names what is held.
      if (turn === latest.current)
        setAnswer((before) => ({ key, held: result?.ok ? result.value : before.held }));
    }, AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [key, phones]);
  return { held: answer.held, checking: answer.key !== key };
}
