'use client';

import { useMemo } from 'react';
import { type Ticked, useTicked } from '#ui/use-ticked.ts';
import { readyUrl } from './url.ts';
import type { ReadyRow, ReadyView } from './view.ts';

/** Ready numbers that were ticked, on whatever pages, or all that match what is asked for. */
export type Selection = Omit<Ticked<string, ReadyRow>, 'items' | 'drop'> & {
  rows: readonly ReadyRow[];
  count: number;
};

/** What is selected among the ready numbers. It lasts from page to page and ends with the filter. */
export function useSelection({ url, content, counts }: ReadyView): Selection {
  const shown = useMemo(
    () => (content.kind === 'ready' ? content.groups.flatMap(({ rows }) => rows) : []),
    [content],
  );
  const { items, ...ticked } = useTicked(shown, readyUrl({ ...url, after: null }), idOf);
  return { ...ticked, rows: items, count: ticked.all ? counts.ready : items.length };
}

function idOf({ id }: ReadyRow): string {
  return id;
}
