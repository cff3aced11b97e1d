import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** In place of content that is not there: what happened, what it means, one thing to do; a failure has a reference to quote. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  reference,
  heading: Heading = 'h2',
}: {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  reference?: string;
  /** `h1` when it is all that the page has to say. */
  heading?: 'h1' | 'h2';
}) {
  return (
    <div className={styles.state}>
      {icon}
      <Heading>{title}</Heading>
      <p>{children}</p>
      {actions && <div className={styles.actions}>{actions}</div>}
      {reference && <p className={styles.reference}>Reference {reference}</p>}
    </div>
  );
}
