'use client';

import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react';
import { useState, useTransition } from 'react';
import { ASSIGNEE_LENGTH } from '#domain/assignment.ts';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { look, release, rename } from './actions.ts';
import styles from './assigned-list.module.css';
import { problemOf } from './use-assigning.ts';
import { useReady } from './use-ready.tsx';
import type { AssignedRow } from './view.ts';

type AssignedItemProps = { row: AssignedRow; onProblem: (problem: string | null) => void };

const MEANWHILE = 'Somebody changed it in the meantime, so it was left as it is now.';

/** One assigned number: whose it is, since when and by whom, where it stands, and what can be done with it. */
export function AssignedItem({ row, onProblem }: AssignedItemProps) {
  const { view, refresh } = useReady();
  const [doing, setDoing] = useState<'rename' | 'release' | null>(null);
  const [busy, start] = useTransition();

  /** Does it, says what went wrong, and reads the list anew. */
  const run = (call: () => Promise<string | null>) =>
    start(async () => {
      const problem = await call();
      onProblem(problem && `${row.shown}: ${problem}`);
      if (problem === null) setDoing(null);
      refresh();
    });
  const seen = { requestId: row.requestId, phone: row.phone, batchId: row.batchId };

  return (
    <li className={styles.item} data-number={row.id} tabIndex={-1} aria-busy={busy}>
      <b className={styles.phone}>{row.shown}</b>
      <div className={styles.whose}>
        {doing === 'rename' ? (
          <Rename
            row={row}
            onCancel={() => setDoing(null)}
            onSave={(assignedTo) =>
              run(async () => {
                const result = await rename({ number: seen, assignedTo }).catch(() => null);
                if (!result?.ok) return problemOf(result);
                return result.value ? null : MEANWHILE;
              })
            }
          />
        ) : (
          <>
            <span dir="auto" data-none={row.assignedTo === null || undefined}>
              {row.assignedTo ?? 'No name given'}
            </span>
            {view.assigns && (
              <IconButton name={`Say whose ${row.shown} is`} onClick={() => setDoing('rename')}>
                <IconPencil size={14} stroke={1.75} aria-hidden="true" />
              </IconButton>
            )}
          </>
        )}
      </div>
      <p className={styles.since}>
        Since {row.since}
        <span title={row.by}>by {row.by}</span>
      </p>
      <p className={styles.of}>
        <bdi title={row.company}>{row.company}</bdi>
        <span>
          {row.stands} · Request {row.requestId}
        </span>
      </p>
      {view.assigns && (
        <div className={styles.acts}>
          {row.alerts && (
            <button
              type="button"
              className={`${control.button} ${control.small}`}
              onClick={() =>
                run(async () => {
                  const { requestId, phone, seenNow } = row;
                  const result = await look({ numbers: [{ requestId, phone, seenNow }] }).catch(() => null);
                  return result?.ok ? null : problemOf(result);
                })
              }
            >
              Mark as seen<span className="pp-vh">, {row.shown}</span>
            </button>
          )}
          {doing === 'release' ? (
            <Question
              onNo={() => setDoing(null)}
              onYes={() =>
                run(async () => {
                  const result = await release([seen]).catch(() => null);
                  if (!result?.ok) return problemOf(result);
                  return result.value === 1 ? null : MEANWHILE;
                })
              }
            />
          ) : (
            <button
              type="button"
              className={`${control.button} ${control.subtle} ${control.small}`}
              onClick={() => setDoing('release')}
            >
              Release<span className="pp-vh"> {row.shown}</span>
            </button>
          )}
        </div>
      )}
      {row.why && (
        <p className={styles.why} data-new={row.alerts || undefined}>
          {row.alerts ? (
            <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
          ) : (
            <IconCheck size={14} stroke={1.75} aria-hidden="true" />
          )}
          {row.why}
          {!row.alerts && <span> Seen.</span>}
        </p>
      )}
    </li>
  );
}

function Rename({
  row,
  onSave,
  onCancel,
}: {
  row: AssignedRow;
  onSave: (assignedTo: string) => void;
  onCancel: () => void;
}) {
  const [name, setName] = useState(row.assignedTo ?? '');
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it opened by a press on its own button
        autoFocus
        className={control.input}
        value={name}
        maxLength={ASSIGNEE_LENGTH}
        aria-label={`User or device of ${row.shown}`}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className={`${control.button} ${control.small}`}>
        Save
      </button>
      <button
        type="button"
        className={`${control.button} ${control.subtle} ${control.small}`}
        onClick={onCancel}
      >
        Cancel
      </button>
    </form>
  );
}

function Question({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  return (
    <fieldset className={styles.question}>
      <legend className="pp-vh">Release the number?</legend>
      <button
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
        autoFocus
        type="button"
        className={`${control.button} ${control.small} ${styles.danger}`}
        onClick={onYes}
      >
        Yes, release it
      </button>
      <button type="button" className={`${control.button} ${control.subtle} ${control.small}`} onClick={onNo}>
        Keep
      </button>
    </fieldset>
  );
}
