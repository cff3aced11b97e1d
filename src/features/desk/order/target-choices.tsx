'use client';

import { Fragment, type ReactNode, useId } from 'react';
import { DETAILED_FACTS, type DetailedStatus, type Status, statusOf } from '#domain/status.ts';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import styles from './move-panel.module.css';

const GROUPS: readonly { label: string; statuses: readonly Status[] }[] = [
  { label: 'In Progress', statuses: ['in-progress'] },
  { label: 'Scheduled, Confirmed', statuses: ['scheduled', 'confirmed'] },
  { label: 'Waiting for the partner', statuses: ['waiting-for-you'] },
  { label: 'Close', statuses: ['completed', 'cancelled'] },
];

type TargetChoicesProps = {
  targets: readonly DetailedStatus[];
  chosen: DetailedStatus | null;
  from: DetailedStatus;
  onChoose: (to: DetailedStatus) => void;
  /** What the chosen one asks for; unfolds under it. */
  children: ReactNode;
};

/** Detailed statuses to choose one of, in groups. */
export function TargetChoices({ targets, chosen, from, onChoose, children }: TargetChoicesProps) {
  const name = useId();
  // What was chosen stays in sight when the order has moved meanwhile, with all that was typed.
  const listed = chosen && !targets.includes(chosen) ? [...targets, chosen] : targets;
  return (
    <fieldset className={styles.choices}>
      <legend className="pp-vh">New detailed status</legend>
      {GROUPS.map(({ label, statuses }) => {
        const group = listed.filter((to) => statuses.includes(statusOf(to)));
        if (group.length === 0) return null;
        return (
          <Fragment key={label}>
            <p className={styles.group}>{label}</p>
            {group.map((to) => (
              <div key={to} className={styles.target} data-chosen={to === chosen ? '' : undefined}>
                <label className={styles.choice}>
                  <input
                    type="radio"
                    name={name}
                    className={styles.radio}
                    data-key="m"
                    checked={to === chosen}
                    onChange={() => onChoose(to)}
                  />
                  <StatusGlyph status={statusOf(to)} />
                  <span>
                    {DETAILED_FACTS[to].label}
                    {to === from && <small>{to === 'rejected' ? 'another reason' : 'new date'}</small>}
                  </span>
                </label>
                {to === chosen && <div className={styles.more}>{children}</div>}
              </div>
            ))}
          </Fragment>
        );
      })}
    </fieldset>
  );
}
