'use client';

import { IconCircleCheck, IconFilterOff } from '@tabler/icons-react';
import { QUEUE_TAB_LABELS, QUEUE_TABS, type QueueTab } from '#domain/order-queue.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { GoLink } from './go-link.tsx';
import { NO_FILTER } from './url.ts';
import { useQueue } from './use-queue.tsx';
import { filterWords, tabCount } from './words.ts';

const ICON = { size: 22, stroke: 1.5, 'aria-hidden': true } as const;

/** No orders: which filters to let go, which tab holds some, or that the work is done. */
export function NoOrders() {
  const { view, go } = useQueue();
  const { filter } = view.request;
  const partner = view.partners.find(({ slug }) => slug === filter.partner)?.name ?? filter.partner;
  const words = filterWords(filter, partner);
  const elsewhere = QUEUE_TABS.filter((tab) => tab !== filter.tab && view.counts[tab] > 0);
  if (words.length === 0) {
    return (
      <EmptyState icon={<IconCircleCheck {...ICON} />} title={`Nothing in “${QUEUE_TAB_LABELS[filter.tab]}”`}>
        {DONE[filter.tab]}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconFilterOff {...ICON} />}
      title={`No orders match in “${QUEUE_TAB_LABELS[filter.tab]}”`}
      actions={
        <>
          {elsewhere.map((tab) => (
            <GoLink key={tab} className={control.button} change={{ tab }}>
              {QUEUE_TAB_LABELS[tab]} <span className={control.count}>{tabCount(view, tab)}</span>
            </GoLink>
          ))}
          <button
            type="button"
            className={elsewhere.length > 0 ? `${control.button} ${control.subtle}` : control.button}
            onClick={() => go({ ...NO_FILTER, tab: filter.tab })}
          >
            Clear all filters
          </button>
        </>
      }
    >
      No order has all of these at once: {words.join('; ')}.
    </EmptyState>
  );
}

const DONE: Record<QueueTab, string> = {
  'needs-us': 'No order waits for the porting team or for a carrier.',
  'partner-replied': 'Everything that partners wrote has been dealt with.',
  'waiting-for-partner': 'No order waits for a paper or an answer from a partner.',
  'foc-today': 'No open order ports today.',
  overdue: 'No open order is past its FOC or estimated date.',
  'toll-free-accepted': 'No toll-free order is accepted and not yet ported.',
  all: 'There are no orders yet. They appear as soon as a report is imported or a request is created.',
};
