'use client';

import { IconMessageReport } from '@tabler/icons-react';
import { useState } from 'react';
import type { RejectReason } from '#data/reject-reasons/reject-reason.ts';
import { REJECT_TURN_LABELS } from '#domain/reject-reason.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import styles from '../admin.module.css';
import { FormProblem } from '../field.tsx';
import { useChange } from '../use-change.ts';
import { retireReason } from './actions.ts';
import { ReasonForm } from './reason-form.tsx';
import rows from './reasons.module.css';

/** Reasons that are offered; each unfolds into the form that words it anew. */
export function OfferedReasons({ reasons }: { reasons: readonly RejectReason[] }) {
  const [edited, setEdited] = useState<number | null>(null);
  const { change, pending, refusal } = useChange();
  if (reasons.length === 0) {
    return (
      <EmptyState
        icon={<IconMessageReport size={22} stroke={1.5} aria-hidden="true" />}
        title="No reason is offered"
      >
        Agents then write each reason by hand. A common one that says what to do next saves them that, and the
        partner a question.
      </EmptyState>
    );
  }
  return (
    <>
      <FormProblem refusal={refusal} fields={[]} />
      <ul aria-label="Offered reasons">
        {reasons.map((reason) =>
          reason.id === edited ? (
            <li key={reason.id} className={rows.edited}>
              <ReasonForm reason={reason} onClose={() => setEdited(null)} />
            </li>
          ) : (
            <ReasonRow key={reason.id} reason={reason}>
              <button
                type="button"
                className={`${control.button} ${control.small} ${control.subtle}`}
                aria-label={`Edit ${reason.reason}`}
                onClick={() => setEdited(reason.id)}
              >
                Edit
              </button>
              <button
                type="button"
                className={`${control.button} ${control.small} ${control.subtle}`}
                aria-label={`Retire ${reason.reason}`}
                aria-busy={pending}
                onClick={() => change(() => retireReason({ id: reason.id, retired: true }))}
              >
                Retire
              </button>
            </ReasonRow>
          ),
        )}
      </ul>
    </>
  );
}

/** Reasons that are offered no more. */
export function RetiredReasons({ reasons }: { reasons: readonly RejectReason[] }) {
  const { change, pending, refusal } = useChange();
  return (
    <>
      <FormProblem refusal={refusal} fields={[]} />
      <ul aria-label="Retired reasons">
        {reasons.map((reason) => (
          <ReasonRow key={reason.id} reason={reason}>
            <button
              type="button"
              className={`${control.button} ${control.small}`}
              aria-label={`Bring back ${reason.reason}`}
              aria-busy={pending}
              onClick={() => change(() => retireReason({ id: reason.id, retired: false }))}
            >
              Bring back
            </button>
          </ReasonRow>
        ))}
      </ul>
    </>
  );
}

function ReasonRow({ reason, children }: { reason: RejectReason; children: React.ReactNode }) {
  return (
    <li className={`${styles.row} ${rows.reason}`}>
      <div>
        <b className={styles.name}>{reason.reason}</b>
        <p>{reason.nextStep}</p>
      </div>
      <span>{REJECT_TURN_LABELS[reason.turn]}’s turn</span>
      <div className={styles.acts}>{children}</div>
    </li>
  );
}
