'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { parseRowAddress, type RowRef } from './row-ref.ts';

/** Who goes from row to row quickly does not need each of them in the address. In milliseconds. */
const SETTLES_AFTER = 150;

/**
 * The row whose story is open, and the way to open another or none. It changes here at once, without asking the server for
 * the report; the address follows it, and it follows the address when that moves.
 */
export function useOpenRow(addressOf: (row: RowRef | null) => string): [
  RowRef | null,
  (row: RowRef | null, as?: 'step' | 'replacement') => void,
  /** The row that was opened last, also where that is not drawn yet: from there a quick key goes on. */
  () => RowRef | null,
] {
  const addressed = useSearchParams().get('row') ?? '';
  const [seen, setSeen] = useState(addressed);
  const [row, setRow] = useState(() => parseRowAddress(addressed));
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (seen !== addressed) {
    setSeen(addressed);
    setRow(parseRowAddress(addressed));
  }
  const latest = useRef(row);
  useEffect(() => {
    latest.current = row;
  }, [row]);
  useEffect(() => {
    // Whoever goes back before the address has followed leaves the row, and with it what was still to be written.
    const forget = () => clearTimeout(settling.current);
    window.addEventListener('popstate', forget);
    return () => {
      window.removeEventListener('popstate', forget);
      forget();
    };
  }, []);
  const show = useCallback(
    (next: RowRef | null, as: 'step' | 'replacement' = 'step') => {
      setRow(next);
      latest.current = next;
      clearTimeout(settling.current);
      if (as === 'step') return window.history.pushState(null, '', addressOf(next));
      settling.current = setTimeout(
        () => window.history.replaceState(null, '', addressOf(next)),
        SETTLES_AFTER,
      );
    },
    [addressOf],
  );
  return [row, show, useCallback(() => latest.current, [])];
}
