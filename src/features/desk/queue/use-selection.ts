'use client';

import { useMemo, useRef, useState } from 'react';
import type { QueueFilter } from '#domain/order-queue.ts';
import { queueUrl } from './url.ts';
import type { QueueItem, QueueView } from './view.ts';

/** Orders that were ticked, on whatever pages, or all that match what is asked for. */
export type Selection = {
  orders: readonly QueueItem[];
  /** Set when it is all that match; `orders` are then those that are shown. */
  all: QueueFilter | null;
  count: number;
  has: (orderId: number) => boolean;
  /** Ticks or unticks; with `range` all from the one that was ticked last. */
  toggle: (item: QueueItem, range?: boolean) => void;
  shown: 'none' | 'some' | 'all';
  toggleShown: () => void;
  selectAll: () => void;
  drop: (orderIds: readonly number[]) => void;
  clear: () => void;
};

/** What is selected on the desk. It lasts from page to page and from sort to sort, and ends with the filter. */
export function useSelection({ items, request, counts }: QueueView): Selection {
  const { filter } = request;
  const filtered = queueUrl({ ...request, sort: { column: 'since', descending: false }, position: null });
  const [asked, setAsked] = useState(filtered);
  const [ticked, setTicked] = useState<ReadonlyMap<number, QueueItem>>(new Map());
  const [everything, setEverything] = useState(false);
  const last = useRef<number | null>(null);
  if (asked !== filtered) {
    setAsked(filtered);
    setTicked(new Map());
    setEverything(false);
  }

  return useMemo(() => {
    const shownIds = items.map(({ orderId }) => orderId);
    const has = (orderId: number) => (everything ? shownIds.includes(orderId) : ticked.has(orderId));
    const on = shownIds.filter(has).length;
    const set = (next: Map<number, QueueItem>) => {
      setTicked(next);
      setEverything(false);
    };
    // What is ticked, as it stands now; of "all that match" what is shown remains when one of it is unticked.
    const now = () => new Map(everything ? items.map((item) => [item.orderId, item]) : ticked);
    return {
      orders: everything ? items : [...ticked.values()],
      all: everything ? filter : null,
      count: everything ? counts[filter.tab] : ticked.size,
      has,
      toggle(item, range = false) {
        const next = now();
        const ticks = !next.has(item.orderId);
        const [at, from] = [shownIds.indexOf(item.orderId), shownIds.indexOf(last.current ?? -1)];
        const many = range && from >= 0 ? items.slice(Math.min(at, from), Math.max(at, from) + 1) : [item];
        for (const each of many) {
          if (ticks) next.set(each.orderId, each);
          else next.delete(each.orderId);
        }
        last.current = item.orderId;
        set(next);
      },
      shown: on === 0 ? 'none' : on < items.length ? 'some' : 'all',
      toggleShown() {
        const next = now();
        for (const item of items) {
          if (on === items.length) next.delete(item.orderId);
          else next.set(item.orderId, item);
        }
        set(next);
      },
      selectAll: () => setEverything(true),
      drop(orderIds) {
        const next = now();
        for (const orderId of orderIds) next.delete(orderId);
        set(next);
      },
      clear: () => set(new Map()),
    };
  }, [items, filter, counts, ticked, everything]);
}
