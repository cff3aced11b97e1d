'use client';

import { IconPhoneOff, IconShieldCheck, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { counted } from '#domain/counted.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { look } from './actions.ts';
import { AssignedItem } from './assigned-item.tsx';
import styles from './assigned-list.module.css';
import { problemOf } from './use-assigning.ts';
import { useReady } from './use-ready.tsx';
import type { AssignedRow } from './view.ts';

type AssignedListProps = { rows: readonly AssignedRow[]; unsafe: boolean };

/** Numbers that were given to users, the newest first; or those of them that are no longer safe. */
export function AssignedList({ rows, unsafe }: AssignedListProps) {
  const [problem, setProblem] = useState<string | null>(null);
  if (rows.length === 0) return <Nothing unsafe={unsafe} />;
  return (
    <>
      {unsafe && <Alerts rows={rows} onProblem={setProblem} />}
      {problem && (
        <div className={styles.said}>
          <Banner tone="bad">{problem}</Banner>
        </div>
      )}
      <ul className={styles.card} aria-label={unsafe ? 'Assigned, no longer safe' : 'Assigned'}>
        {rows.map((row) => (
          <AssignedItem key={`${row.id} ${row.batchId}`} row={row} onProblem={setProblem} />
        ))}
      </ul>
    </>
  );
}

/** What it means that numbers are no longer safe, and the press that says that somebody has seen it. */
function Alerts({
  rows,
  onProblem,
}: {
  rows: readonly AssignedRow[];
  onProblem: (problem: string | null) => void;
}) {
  const { view, refresh } = useReady();
  const { alerts } = view.counts;
  const narrowed = view.url.accountId !== null || view.url.text !== null;
  const shown = rows.filter((row) => row.alerts);
  const asked = narrowed
    ? { numbers: shown.map(({ requestId, phone, seenNow }) => ({ requestId, phone, seenNow })) }
    : { allAsOf: view.asOfInstant };
  const many = narrowed ? shown.length : alerts;
  if (many === 0) return null;
  return (
    <div className={styles.said}>
      <Banner tone="bad">
        <b>{counted(many, 'number')} assigned, but the confirmed date does not hold</b>
        <p>
          Calls will not reach these users on that day. Tell them, or release the numbers until there is a
          date again.
        </p>
        {view.assigns && (
          <button
            type="button"
            className={`${control.button} ${control.small}`}
            onClick={async () => {
              const result = await look(asked).catch(() => null);
              onProblem(result?.ok ? null : problemOf(result));
              refresh();
            }}
          >
            Mark {many === 1 ? 'it' : `all ${counted(many, 'number')}`} as seen
          </button>
        )}
      </Banner>
    </div>
  );
}

function Nothing({ unsafe }: { unsafe: boolean }) {
  const { view, hrefOf } = useReady();
  const narrowed = view.url.accountId !== null || view.url.text !== null;
  const icon = { size: 22, stroke: 1.5, 'aria-hidden': true };
  if (narrowed) {
    return (
      <div className={styles.card}>
        <EmptyState
          icon={<IconPhoneOff {...icon} />}
          title="No numbers match"
          actions={
            <Link className={control.button} href={hrefOf({ text: null, accountId: null })} prefetch={false}>
              Show all accounts
            </Link>
          }
        >
          None of the numbers in this list is under this filter.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.card}>
      {unsafe ? (
        <EmptyState icon={<IconShieldCheck {...icon} />} title="All assigned numbers are safe">
          Should a confirmed date be revoked or moved after a number was assigned, it appears here, and on top
          of every page.
        </EmptyState>
      ) : (
        <EmptyState
          icon={<IconUserCheck {...icon} />}
          title="No number is assigned yet"
          actions={
            <Link className={control.button} href={hrefOf({ shown: 'ready' })} prefetch={false}>
              Numbers ready to assign
            </Link>
          }
        >
          What you mark as assigned is listed here, with since when, by whom and to whom.
        </EmptyState>
      )}
    </div>
  );
}
