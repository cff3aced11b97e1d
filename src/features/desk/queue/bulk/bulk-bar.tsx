'use client';

import { IconReplace } from '@tabler/icons-react';
import control from '#ui/control.module.css';
import { count } from '../../words.ts';
import { useQueue } from '../use-queue.tsx';
import type { Selection } from '../use-selection.ts';
import { tabCount } from '../words.ts';
import styles from './bulk.module.css';

type BulkBarProps = { selection: Selection; opened: boolean; onOpen: () => void };

/** What is selected, all that match with one more press, and what can be done with it. */
export function BulkBar({ selection, opened, onOpen }: BulkBarProps) {
  const { view } = useQueue();
  const { tab } = view.request.filter;
  const total = view.counts[tab];
  if (selection.count === 0) return null;
  return (
    <section className={styles.bar} aria-label="Selection">
      <span className={styles.selected} role="status">
        {selection.all ? `All ${tabCount(view, tab)} orders selected` : `${count(selection.count)} selected`}
      </span>
      <button
        type="button"
        className={`${control.button} ${control.small}`}
        aria-expanded={opened}
        data-tip="Change status"
        data-tip-key="m"
        onClick={onOpen}
      >
        <IconReplace size={16} stroke={1.75} aria-hidden="true" />
        Change status
      </button>
      {!selection.all && selection.shown === 'all' && total > selection.count && (
        <button
          type="button"
          className={`${control.button} ${control.subtle} ${control.small}`}
          onClick={selection.selectAll}
        >
          Select all {tabCount(view, tab)} that match
        </button>
      )}
      <span className={styles.grow} />
      <button
        type="button"
        className={`${control.button} ${control.subtle} ${control.small}`}
        onClick={selection.clear}
      >
        Clear
      </button>
    </section>
  );
}
