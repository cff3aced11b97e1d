'use client';

import {
  QUEUE_ORDER,
  QUEUE_TAB_LABELS,
  QUEUE_TABS,
  type QueueSort,
  type QueueTab,
  REPLIES_ORDER,
} from '#domain/order-queue.ts';
import control from '#ui/control.module.css';
import { GoLink } from './go-link.tsx';
import styles from './tabs.module.css';
import { useQueue } from './use-queue.tsx';
import { tabCount } from './words.ts';

/** The saved views, each a link that keeps the other filters, with how many orders it holds under them. */
export function Tabs() {
  const { view, asked, pending } = useQueue();
  return (
    <nav className={styles.tabs} aria-label="Saved views" data-dim={pending === null ? undefined : ''}>
      {QUEUE_TABS.map((tab) => (
        <GoLink
          key={tab}
          className={styles.tab}
          change={{ tab, sort: sortIn(tab, asked.sort) }}
          aria-current={tab === asked.filter.tab ? 'page' : undefined}
        >
          {QUEUE_TAB_LABELS[tab]} <span className={control.count}>{tabCount(view, tab)}</span>
        </GoLink>
      ))}
    </nav>
  );
}

/** What waits longest comes first, in each tab by what waits there; another sort that was chosen goes along. */
function sortIn(tab: QueueTab, sort: QueueSort): QueueSort {
  const usual = sort.column === QUEUE_ORDER.column && !sort.descending;
  if (tab === 'partner-replied') return usual ? REPLIES_ORDER : sort;
  return sort.column === REPLIES_ORDER.column ? QUEUE_ORDER : sort;
}
