import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '#ui/link.tsx';
import { type Crumb, PageHeader } from '#ui/page-header.tsx';
import styles from './index-page.module.css';

type Entry = { href: string; label: string; about: string };

/** A page that leads on to others. */
export function IndexPage({
  crumbs,
  title,
  entries,
}: {
  crumbs: readonly Crumb[];
  title: string;
  entries: readonly Entry[];
}) {
  return (
    <div className={styles.page}>
      <PageHeader crumbs={crumbs} title={title} />
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.href}>
            <Link className={styles.entry} href={entry.href}>
              <span>
                <b>{entry.label}</b>
                <span>{entry.about}</span>
              </span>
              <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
