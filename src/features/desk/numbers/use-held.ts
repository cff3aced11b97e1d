'use client';

import { useEffect, useRef, useState } from 'react';
import { parsePastedNumbers } from '#domain/pasted-numbers.ts';
import { findHeld } from './actions.ts';

const AFTER_TYPING_MS = 300;

/** What is known of the numbers of a list: which are on an open order; `checking` while that is being asked. */
export type Held = { held: ReadonlyMap<string, string>; checking: boolean };

/** Looks up while a list is typed which of its numbers are on open orders. An answer that was overtaken is dropped. */
export function useHeld(list: string): Held {
  const [answer, setAnswer] = useState<{ list: string; held: ReadonlyMap<string, string> }>(NOTHING);
  const latest = useRef(0);
  useEffect(() => {
    const turn = ++latest.current;
    const phones = [...new Set(parsePastedNumbers(list).flatMap(({ phone }) => phone ?? []))];
    if (phones.length === 0) return setAnswer({ list, held: NOTHING.held });
    const timer = setTimeout(async () => {
      const result = await findHeld(phones).catch(() => null);
      // Without an answer the list is let through: the verb looks again, and names what is held.
      const held = result?.ok ? result.value.map(({ phone, because }) => [phone, because] as const) : [];
      if (turn === latest.current) setAnswer({ list, held: new Map(held) });
    }, AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [list]);
  return { held: answer.held, checking: answer.list !== list };
}

const NOTHING = { list: '', held: new Map<string, string>() };
