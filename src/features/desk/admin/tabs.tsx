'use client';

import { type RefCallback, useCallback } from 'react';
import { Link } from '#ui/link.tsx';
import styles from './admin.module.css';

/** The ways to the parts of administration. Where they do not all fit, the one that is open is in sight. */
export function Tabs({
  tabs,
  current,
  exact,
}: {
  tabs: readonly { href: string; label: string }[];
  current: string;
  /** Whether the page is the tab's own, not one below it. */
  exact: boolean;
}) {
  const inSight: RefCallback<HTMLElement> = useCallback((nav) => {
    const tab = nav?.querySelector<HTMLElement>('[aria-current]');
    if (nav && tab) nav.scrollLeft = tab.offsetLeft - (nav.clientWidth - tab.offsetWidth) / 2;
  }, []);
  return (
    <nav ref={inSight} key={current} className={styles.tabs} aria-label="Administration">
      {tabs.map(({ href, label }) => (
        <Link
          key={href}
          className={styles.tab}
          href={href}
          aria-current={href === current ? (exact ? 'page' : 'true') : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
