import type { ReactNode } from 'react';
import { PageHeader } from '#ui/page-header.tsx';
import styles from './admin.module.css';
import { Tabs } from './tabs.tsx';
import {
  ADMIN_PATH,
  HISTORY_PATH,
  HOLIDAYS_PATH,
  MAIL_PATH,
  PARTNERS_PATH,
  REASONS_PATH,
  USERS_PATH,
} from './url.ts';

const TABS = [
  { href: ADMIN_PATH, label: 'Overview' },
  { href: PARTNERS_PATH, label: 'Partners' },
  { href: USERS_PATH, label: 'Users' },
  { href: HOLIDAYS_PATH, label: 'Holidays' },
  { href: REASONS_PATH, label: 'Reject reasons' },
  { href: MAIL_PATH, label: 'Mail' },
  { href: HISTORY_PATH, label: 'History' },
] as const;

/** The head that every page of administration has: where it stands, its name, and the way to the others. */
export function AdminPage({
  at,
  title,
  aside,
  children,
}: {
  /** The tab that it is of, or lies below. */
  at: (typeof TABS)[number]['href'];
  /** Its own name when it lies below the tab. */
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const tab = TABS.find(({ href }) => href === at);
  const crumbs = [{ label: 'Porting desk', href: '/desk' }];
  if (at !== ADMIN_PATH) crumbs.push({ label: 'Administration', href: ADMIN_PATH });
  if (tab && title !== undefined) crumbs.push(tab);
  return (
    <div className={styles.page}>
      <PageHeader
        crumbs={crumbs}
        title={title ?? (at === ADMIN_PATH ? 'Administration' : (tab?.label ?? ''))}
      >
        {aside}
      </PageHeader>
      <Tabs tabs={TABS} current={at} exact={title === undefined} />
      {children}
    </div>
  );
}
