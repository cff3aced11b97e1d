'use client';

import type { QueueFilter } from '#domain/order-queue.ts';
import { type Ticked, useTicked } from '#ui/use-ticked.ts';
import { queueUrl } from './url.ts';
import type { QueueItem, QueueView } from './view.ts';

/** Orders that were ticked, on whatever pages, or all that match what is asked for. */
export type Selection = Omit<Ticked<number, QueueItem>, 'items' | 'all' | 'among' | 'toggleAll'> & {
  orders: readonly QueueItem[];
  /** Set when it is all that match; `orders` are then those that are shown. */
  all: QueueFilter | null;
  count: number;
  shown: 'none' | 'some' | 'all';
  toggleShown: () => void;
};

/** What is selected on the desk. It lasts from page to page and from sort to sort, and ends with the filter. */
export function useSelection({ items: shown, request, counts }: QueueView): Selection {
  const { filter } = request;
  const asked = queueUrl({ ...request, sort: { column: 'since', descending: false }, position: null });
  const { items, all, among, toggleAll, ...ticked } = useTicked(shown, asked, idOf);
  return {
    ...{ ...ticked, orders: items, all: all ? filter : null },
    count: all ? counts[filter.tab] : items.length,
    shown: among(shown),
    toggleShown: () => toggleAll(shown),
  };
}

function idOf({ orderId }: QueueItem): number {
  return orderId;
}
