'use client';

import { IconNote, IconReplace } from '@tabler/icons-react';
import { count } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { useQueue } from '../use-queue.tsx';
import type { Selection } from '../use-selection.ts';
import { tabCount } from '../words.ts';
import styles from './bulk.module.css';

/** What is done with the selection. */
export type Doing = 'change' | 'note';

type BulkBarProps = { selection: Selection; doing: Doing | null; onDo: (doing: Doing) => void };

/** What is selected, all that match with one more press, and what can be done with it. */
export function BulkBar({ selection, doing, onDo }: BulkBarProps) {
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
        aria-expanded={doing === 'change'}
        data-tip="Change status"
        data-tip-key="m"
        onClick={() => onDo('change')}
      >
        <IconReplace size={16} stroke={1.75} aria-hidden="true" />
        Change status
      </button>
      {!selection.all && (
        <button
          type="button"
          className={`${control.button} ${control.small}`}
          aria-expanded={doing === 'note'}
          onClick={() => onDo('note')}
        >
          <IconNote size={16} stroke={1.75} aria-hidden="true" />
          Add note
        </button>
      )}
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
