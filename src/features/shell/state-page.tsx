import type { ReactNode } from 'react';
import styles from './state-page.module.css';

/** A page that has one thing to say: something is not there, or went wrong. */
export function StatePage({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <div className={styles.card}>{children}</div>
    </div>
  );
}
