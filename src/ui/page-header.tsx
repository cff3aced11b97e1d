import type { ReactNode } from 'react';
import styles from './page-header.module.css';

/** The head of a page: where it stands, its name, and a quiet word at the far side. */
export function PageHeader({
  crumbs,
  title,
  children,
}: {
  crumbs: readonly string[];
  title: string;
  children?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <div>
        <nav className={styles.crumbs} aria-label="Breadcrumb">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb}>{crumb}</li>
            ))}
          </ol>
        </nav>
        <h1>{title}</h1>
      </div>
      {children && <div className={styles.aside}>{children}</div>}
    </header>
  );
}
