import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from '#ui/link.tsx';
import styles from './home.module.css';

/** One of the things of home: its name, how much there is of it, and the way to all of it. */
export function Card({
  id,
  title,
  count,
  all,
  children,
}: {
  id: string;
  title: string;
  count?: ReactNode;
  all?: { href: string; label: string };
  children: ReactNode;
}) {
  return (
    <section className={styles.card} aria-labelledby={id} data-card={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {count}
        {all && (
          <Link className={styles.all} href={all.href}>
            {all.label}
            <IconChevronRight size={14} stroke={1.75} aria-hidden="true" />
          </Link>
        )}
      </header>
      {children}
    </section>
  );
}

/** Whose an order is, then which one. A name of any length and direction leaves the rest where it is. */
export function Whose({
  company,
  accountId,
  children,
}: {
  company: string | null;
  accountId: string;
  children: ReactNode;
}) {
  return (
    <p className={styles.whose}>
      <bdi title={company ?? undefined}>{company ?? `Account ${accountId}`}</bdi>
      <span className={styles.which}>{children}</span>
    </p>
  );
}
