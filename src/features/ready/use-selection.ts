'use client';

import { useMemo, useRef, useState } from 'react';
import { readyUrl } from './url.ts';
import type { ReadyRow, ReadyView } from './view.ts';

/** Ready numbers that were ticked, on whatever pages, or all that match what is asked for. */
export type Selection = {
  rows: readonly ReadyRow[];
  /** Set when it is all that match; `rows` are then those that are shown. */
  all: boolean;
  count: number;
  has: (id: string) => boolean;
  /** Ticks or unticks; with `range` all from the one that was ticked last. */
  toggle: (row: ReadyRow, range?: boolean) => void;
  /** How many of some rows are ticked. */
  among: (rows: readonly ReadyRow[]) => 'none' | 'some' | 'all';
  /** Ticks all of some rows, or unticks them when all are. */
  toggleAll: (rows: readonly ReadyRow[]) => void;
  selectAll: () => void;
  clear: () => void;
};

/** What is selected among the ready numbers. It lasts from page to page and ends with the filter. */
export function useSelection({ url, content, counts }: ReadyView): Selection {
  const filtered = readyUrl({ ...url, after: null });
  const [asked, setAsked] = useState(filtered);
  const [ticked, setTicked] = useState<ReadonlyMap<string, ReadyRow>>(new Map());
  const [all, setAll] = useState(false);
  const last = useRef<string | null>(null);
  if (asked !== filtered) {
    setAsked(filtered);
    setTicked(new Map());
    setAll(false);
  }

  return useMemo(() => {
    const shown = content.kind === 'ready' ? content.groups.flatMap(({ rows }) => rows) : [];
    const ids = shown.map(({ id }) => id);
    const has = (id: string) => (all ? ids.includes(id) : ticked.has(id));
    const among = (rows: readonly ReadyRow[]) => {
      const on = rows.filter(({ id }) => has(id)).length;
      return on === 0 ? 'none' : on < rows.length ? 'some' : 'all';
    };
    const set = (next: Map<string, ReadyRow>) => {
      setTicked(next);
      setAll(false);
    };
    // What is ticked, as it stands now; of "all that match" what is shown remains when one of it is unticked.
    const now = () => new Map(all ? shown.map((row) => [row.id, row]) : ticked);
    return {
      rows: all ? shown : [...ticked.values()],
      all,
      count: all ? counts.ready : ticked.size,
      has,
      among,
      toggle(row, range = false) {
        const next = now();
        const ticks = !next.has(row.id);
        const [at, from] = [ids.indexOf(row.id), ids.indexOf(last.current ?? '')];
        const many = range && from >= 0 ? shown.slice(Math.min(at, from), Math.max(at, from) + 1) : [row];
        for (const each of many) {
          if (ticks) next.set(each.id, each);
          else next.delete(each.id);
        }
        last.current = row.id;
        set(next);
      },
      toggleAll(rows) {
        const next = now();
        const untick = among(rows) === 'all';
        for (const row of rows) {
          if (untick) next.delete(row.id);
          else next.set(row.id, row);
        }
        set(next);
      },
      selectAll: () => setAll(true),
      clear: () => set(new Map()),
    };
  }, [content, counts.ready, ticked, all]);
}
