'use client';

import type { RefObject } from 'react';
import control from '#ui/control.module.css';
import { NO_FILTER } from '../url.ts';
import { useQueue } from '../use-queue.tsx';
import { narrows } from '../words.ts';
import styles from './filters.module.css';
import { MoreFilter } from './more-filter.tsx';
import { PartnerFilter } from './partner-filter.tsx';
import { SearchBox } from './search-box.tsx';
import { SortMenu } from './sort-menu.tsx';
import { StatusFilter } from './status-filter.tsx';

/** Which orders of the tab, and in which order. */
export function Filters({ search }: { search: RefObject<HTMLInputElement | null> }) {
  const { asked, go } = useQueue();
  const { tab } = asked.filter;
  return (
    <div className={styles.filters}>
      <SearchBox box={search} />
      <PartnerFilter />
      <StatusFilter />
      <MoreFilter />
      {narrows(asked.filter) && (
        <button
          type="button"
          className={`${control.button} ${control.subtle}`}
          onClick={() => go({ ...NO_FILTER, tab })}
        >
          Clear all
        </button>
      )}
      <SortMenu />
    </div>
  );
}
