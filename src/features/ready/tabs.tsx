'use client';

import { useEffect, useRef } from 'react';
import { count } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import styles from './tabs.module.css';
import { SHOWN, type Shown } from './url.ts';
import { useReady } from './use-ready.tsx';
import type { ReadyView } from './view.ts';

const LABELS: Record<Shown, string> = {
  unsafe: 'No longer safe',
  ready: 'Ready to assign',
  assigned: 'Assigned',
  accounts: 'Old service',
};

/** The lists of the page, each a link that keeps the filter. What is no longer safe comes first, and only if there is any. */
export function Tabs() {
  const { view, hrefOf } = useReady();
  const { shown } = view.url;
  const tabs = SHOWN.filter((tab) => tab !== 'unsafe' || view.counts.unsafe > 0 || shown === 'unsafe');
  const nav = useRef<HTMLElement>(null);
  // On a phone the list that is shown may lie beyond the edge.
  useEffect(() => {
    const bar = nav.current;
    const current = bar?.querySelector<HTMLElement>(`[data-tab="${shown}"]`);
    if (bar && current) bar.scrollLeft = current.offsetLeft - bar.offsetLeft - 48;
  }, [shown]);
  return (
    <nav ref={nav} className={styles.tabs} aria-label="Lists">
      {tabs.map((tab) => (
        <Link
          key={tab}
          data-tab={tab}
          className={styles.tab}
          href={hrefOf({ shown: tab })}
          prefetch={false}
          aria-current={tab === shown ? 'page' : undefined}
          data-alert={(tab === 'unsafe' && view.counts.alerts > 0) || undefined}
        >
          {LABELS[tab]}
          <Count of={tab} view={view} />
        </Link>
      ))}
    </nav>
  );
}

function Count({ of, view }: { of: Shown; view: ReadyView }) {
  if (of === 'accounts') return null;
  return <span className={control.count}>{count(view.counts[of])}</span>;
}
