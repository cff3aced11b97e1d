'use client';

import { IconPlus } from '@tabler/icons-react';
import control from '#ui/control.module.css';
import styles from '../admin.module.css';
import { Unfold } from '../unfold.tsx';
import { ReasonForm } from './reason-form.tsx';

/** Unfolds into the form of a new reason. */
export function NewReason() {
  return (
    <div className={styles.bar}>
      <Unfold
        label="New reason"
        icon={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        className={`${control.button} ${control.primary}`}
      >
        {(close) => (
          <div className={`${styles.card} ${styles.whole}`}>
            <ReasonForm reason={null} onClose={close} />
          </div>
        )}
      </Unfold>
    </div>
  );
}
