import type { ReactNode } from 'react';
import { Link } from '#ui/link.tsx';
import styles from './page-header.module.css';

/** A step on the way to a page; one without an address is only a word. */
export type Crumb = string | { label: string; href: string };

/** The head of a page: where it stands, its name, and a quiet word at the far side. */
export function PageHeader({
  crumbs,
  title,
  children,
}: {
  crumbs: readonly Crumb[];
  title: string;
  children?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <div>
        {crumbs.length > 0 && (
          <nav className={styles.crumbs} aria-label="Breadcrumb">
            <ol>
              {crumbs.map((crumb) =>
                typeof crumb === 'string' ? (
                  <li key={crumb}>{crumb}</li>
                ) : (
                  <li key={crumb.label}>
                    <Link href={crumb.href}>{crumb.label}</Link>
                  </li>
                ),
              )}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
      </div>
      {children && <div className={styles.aside}>{children}</div>}
    </header>
  );
}
