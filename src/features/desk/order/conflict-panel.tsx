'use client';

import { IconGitMerge } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { OrderDetail } from '#data/orders/order.ts';
import type { FieldChange } from '#domain/order-changes.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import control from '#ui/control.module.css';
import { ChangeValue, changeLabel } from './change-value.tsx';
import styles from './conflict-panel.module.css';
import screen from './order-screen.module.css';
import { type OpenConflict, useChanges } from './use-changes.tsx';

/** Somebody changed the order first: their values and mine side by side, and the choice between them. */
export function ConflictPanel({ order }: { order: OrderDetail }) {
  const { conflict } = useChanges();
  return conflict && <Conflicting key={conflict.at.getTime()} conflict={conflict} orderId={order.orderId} />;
}

function Conflicting({ conflict, orderId }: { conflict: OpenConflict; orderId: number }) {
  const { by, at } = conflict;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.focus();
  }, []);
  const name = by.split(' ')[0] ?? by;
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={`${screen.card} ${styles.conflict}`}
      aria-labelledby="conflict"
    >
      <div className={styles.banner} role="alert">
        <IconGitMerge size={16} stroke={1.75} aria-hidden="true" />
        <p>
          <b id="conflict">
            {by} changed order {orderId} on {formatMoment(at)}, while you were at it.
          </b>
          <br />
          Nothing of yours is saved yet, and nothing that you typed is lost. Choose which values to keep.
        </p>
      </div>
      {/* It scrolls on a phone, so the keyboard must reach it. */}
      <section className={styles.sheet} aria-label="Both values" {...SCROLLS}>
        <table>
          <caption className="pp-vh">What is saved now, and yours</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Now saved ({name})</th>
              <th scope="col">Yours, not saved</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(conflict).map(({ field, theirs, mine }) => (
              <tr key={field}>
                <th scope="row">{changeLabel(field)}</th>
                <td>
                  <ChangeValue field={field} value={theirs} />
                </td>
                <td data-mine={mine === theirs ? undefined : ''}>
                  <ChangeValue field={field} value={mine} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={styles.actions}>
        <button
          type="button"
          className={`${control.button} ${control.primary}`}
          onClick={conflict.keepTheirs}
        >
          Keep {possessive(name)} values
        </button>
        <button type="button" className={control.button} onClick={conflict.applyMine}>
          Apply mine on top
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={conflict.goOn}>
          Look at it first, keep what I typed
        </button>
      </div>
    </section>
  );
}

const SCROLLS = { tabIndex: 0 } as const;

type Row = { field: string; theirs: unknown; mine: unknown };

/** Each field that either changed: as it is now, and as mine would make it. */
function rowsOf({ changes, mine, order }: OpenConflict): Row[] {
  const fields = new Set([...changes, ...mine].map(({ field }) => field));
  return [...fields].map((field) => {
    const theirs = to(changes, field) ?? order[field as keyof OrderDetail] ?? null;
    const ours = mine.find((change) => change.field === field);
    return { field, theirs, mine: ours ? ours.to : theirs };
  });
}

function to(changes: readonly FieldChange[], field: string): unknown {
  return changes.find((change) => change.field === field)?.to;
}

function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`;
}
