'use client';

import { Progress } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import { ASSIGNEE_LENGTH } from '#domain/assignment.ts';
import { count, counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import styles from './assign-bar.module.css';
import type { Assigning } from './use-assigning.ts';
import { useReady } from './use-ready.tsx';
import type { Selection } from './use-selection.ts';

type AssignBarProps = {
  selection: Selection;
  assigning: Assigning;
  assignee: RefObject<HTMLInputElement | null>;
};

/** What is selected, to whom it goes, and the press that does it. What was typed stays when it does not work. */
export function AssignBar({ selection, assigning, assignee }: AssignBarProps) {
  const { view } = useReady();
  const [name, setName] = useState('');
  const { running } = assigning;
  useStay(running !== null);
  if (running) return <Running {...running} />;
  if (selection.count === 0) return null;
  const more = !selection.all && selection.rows.length < view.counts.ready;
  const wide =
    view.content.kind === 'ready' && view.content.groups.every(({ rows }) => selection.among(rows) === 'all');
  return (
    <form
      className={styles.bar}
      aria-label="Assign what is selected"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await assigning.run(selection, name)) setName('');
      }}
    >
      <p className={styles.selected}>
        <span role="status">
          {selection.all ? `All ${count(selection.count)} that match` : count(selection.count)} selected
        </span>
        {more && wide && (
          <button type="button" className={styles.link} onClick={selection.selectAll}>
            Select all {count(view.counts.ready)} that match
          </button>
        )}
      </p>
      <label className={styles.to}>
        <span>To</span>
        <input
          ref={assignee}
          className={control.input}
          value={name}
          maxLength={ASSIGNEE_LENGTH}
          placeholder="User or device (optional)"
          aria-label="User or device, optional"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <div className={styles.buttons}>
        <button type="submit" className={`${control.button} ${control.primary}`}>
          Mark {counted(selection.count, 'number')} as assigned
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={selection.clear}>
          Clear
        </button>
      </div>
    </form>
  );
}

function Running({ done, total }: { done: number; total: number }) {
  const words = `${count(done)} of ${counted(total, 'number')} assigned`;
  return (
    <div className={styles.bar}>
      <p className={styles.selected} role="status">
        {words}
      </p>
      <Progress
        className={styles.progress}
        value={total === 0 ? 100 : (done / total) * 100}
        color="accent"
        aria-label={words}
      />
      <p className={styles.hint}>Stay on this page until it is done.</p>
    </div>
  );
}

/** Asks before the page is left while numbers are being assigned. */
function useStay(busy: boolean): void {
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
}
