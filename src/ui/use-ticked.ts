'use client';

import { useMemo, useRef, useState } from 'react';

/** Things of a list that were ticked, on whatever pages, or all that match what is asked for. */
export type Ticked<Id, Item> = {
  items: readonly Item[];
  /** Set when it is all that match; `items` are then those that are shown. */
  all: boolean;
  has: (id: Id) => boolean;
  /** Ticks or unticks; with `range` all from the one that was ticked last. */
  toggle: (item: Item, range?: boolean) => void;
  /** How many of some things are ticked. */
  among: (items: readonly Item[]) => 'none' | 'some' | 'all';
  /** Ticks all of some things, or unticks them when all are. */
  toggleAll: (items: readonly Item[]) => void;
  selectAll: () => void;
  drop: (ids: readonly Id[]) => void;
  clear: () => void;
};

/**
 * What is ticked among the things of a list. It lasts from page to page (`shown` changes) and ends when something else is
 * asked for (`asked` changes). `idOf` is the same function at each call.
 */
export function useTicked<Id, Item>(
  shown: readonly Item[],
  asked: string,
  idOf: (item: Item) => Id,
): Ticked<Id, Item> {
  const [before, setBefore] = useState(asked);
  const [ticked, setTicked] = useState<ReadonlyMap<Id, Item>>(new Map());
  const [all, setAll] = useState(false);
  const last = useRef<Id | null>(null);
  if (before !== asked) {
    setBefore(asked);
    setTicked(new Map());
    setAll(false);
  }

  return useMemo(() => {
    const ids = shown.map(idOf);
    const has = (id: Id) => (all ? ids.includes(id) : ticked.has(id));
    const among = (items: readonly Item[]) => {
      const on = items.filter((item) => has(idOf(item))).length;
      return on === 0 ? 'none' : on < items.length ? 'some' : 'all';
    };
    // From what is ticked as it stands now; of "all that match" what is shown remains when one of it is unticked.
    const change = (how: (next: Map<Id, Item>) => void) => {
      const next = new Map(all ? shown.map((item) => [idOf(item), item]) : ticked);
      how(next);
      setTicked(next);
      setAll(false);
    };
    const tick = (next: Map<Id, Item>, items: readonly Item[], on: boolean) => {
      for (const item of items) {
        if (on) next.set(idOf(item), item);
        else next.delete(idOf(item));
      }
    };
    return {
      items: all ? shown : [...ticked.values()],
      all,
      has,
      among,
      toggle(item, range = false) {
        const at = ids.indexOf(idOf(item));
        const from = last.current === null ? -1 : ids.indexOf(last.current);
        const many = range && from >= 0 ? shown.slice(Math.min(at, from), Math.max(at, from) + 1) : [item];
        last.current = idOf(item);
        change((next) => tick(next, many, !next.has(idOf(item))));
      },
      toggleAll: (items) => change((next) => tick(next, items, among(items) !== 'all')),
      selectAll: () => setAll(true),
      drop: (gone) =>
        change((next) => {
          for (const id of gone) next.delete(id);
        }),
      clear: () => change((next) => next.clear()),
    };
  }, [shown, idOf, ticked, all]);
}
