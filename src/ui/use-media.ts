'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds; `atFirst` is what the server's answer was drawn with. */
export function useMedia(query: string, atFirst: boolean): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => atFirst,
  );
}
