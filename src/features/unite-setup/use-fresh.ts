'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';

/** Which set-ups were changed in this tab, and what version of them was on the page then. */
const changedFrom = new Map<number, number>();

/**
 * Going back in the browser shows a page as it was kept, older than what was changed since: `stale` until it has been read
 * anew. `changed` notes a change.
 */
export function useFresh(setup: { id: number; version: number } | null): {
  stale: boolean;
  changed: () => void;
} {
  const router = useRouter();
  // Judged once: what is changed from here on is on the page already.
  const [keptFrom] = useState(() =>
    setup !== null && (changedFrom.get(setup.id) ?? 0) >= setup.version ? setup.version : null,
  );
  const stale = keptFrom !== null && setup?.version === keptFrom;
  useEffect(() => {
    if (stale) router.refresh();
  }, [stale, router]);
  const [id, version] = [setup?.id, setup?.version];
  const changed = useCallback(() => {
    if (id !== undefined && version !== undefined) changedFrom.set(id, version);
  }, [id, version]);
  return { stale, changed };
}
