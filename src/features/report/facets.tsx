'use client';

import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { count } from '#domain/counted.ts';
import { STATUS_FACTS, STATUSES } from '#domain/status.ts';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import styles from './facets.module.css';
import { type Change, useReport } from './use-report.tsx';

/** Numbers in each status and ready to assign, within the other parameters. A press filters, another one lets go. */
export function Facets() {
  const { view, pending } = useReport();
  const { statuses, ready } = view.url.request;
  return (
    <section
      className={styles.facets}
      aria-label="Numbers by status"
      data-dim={pending === null ? undefined : ''}
    >
      {STATUSES.map((status) => {
        const on = statuses.includes(status);
        return (
          <Facet
            key={status}
            on={on}
            change={{ statuses: on ? statuses.filter((s) => s !== status) : [status] }}
            tip={STATUS_FACTS[status].meaning}
          >
            <StatusGlyph status={status} />
            <span>{STATUS_FACTS[status].label}</span>
            <b>{count(view.counts[status])}</b>
          </Facet>
        );
      })}
      <Facet
        on={ready === true}
        change={ready === true ? { ready: null } : { ready: true, statuses: [] }}
        tip="Numbers that may be given to users now, before they port"
        last
      >
        <span>Ready to assign</span>
        <b>{count(view.ready)}</b>
        {ready ? (
          <IconCheck size={16} stroke={1.75} aria-hidden="true" />
        ) : (
          <IconArrowRight size={16} stroke={1.75} aria-hidden="true" />
        )}
      </Facet>
    </section>
  );
}

type FacetProps = { on: boolean; change: Change; tip: string; last?: boolean; children: ReactNode };

/** A link, so that it opens in another tab as well; pressed in place it behaves as the button that it is. */
function Facet({ on, change, tip, last, children }: FacetProps) {
  const { hrefOf, go } = useReport();
  const press = (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    go(change);
  };
  return (
    <a
      className={last ? `${styles.facet} ${styles.last}` : styles.facet}
      href={hrefOf(change)}
      {...asToggle(on)}
      data-tip={tip}
      onClick={(event) => {
        if (!event.metaKey && !event.ctrlKey && !event.shiftKey) press(event);
      }}
      onKeyDown={(event) => event.key === ' ' && press(event)}
    >
      {children}
    </a>
  );
}

function asToggle(on: boolean) {
  return { role: 'button', 'aria-pressed': on } as const;
}
