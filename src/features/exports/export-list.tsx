import { IconDownload } from '@tabler/icons-react';
import type { ExportList as List } from '#data/exports/list-exports.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import styles from './export-list.module.css';
import { Receipt } from './receipt.tsx';
import { exportsUrl } from './url.ts';

/** The receipts of exports: what was taken, by whom, and whether a file that lies somewhere is the whole of it. */
export function ExportList({
  list,
  first,
}: {
  list: List /** Whether it begins with the newest. */;
  first: boolean;
}) {
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[]} title="Exports" />
      {list.receipts.length === 0 ? (
        <div className={styles.card}>
          <EmptyState
            icon={<IconDownload size={22} stroke={1.5} aria-hidden="true" />}
            title={first ? 'Nothing has been exported yet' : 'There are no earlier exports'}
          >
            Every file that is made of the report leaves a receipt here: who took it, when, with which
            parameters, and how to tell that it is whole.
          </EmptyState>
        </div>
      ) : (
        <ul className={styles.receipts} aria-label="Exports, newest first">
          {list.receipts.map((receipt) => (
            <Receipt key={receipt.id} receipt={receipt} />
          ))}
        </ul>
      )}
      {(!first || list.next) && (
        <nav className={styles.pager} aria-label="Pages">
          {!first && (
            <Link className={control.button} href={exportsUrl(null)}>
              Newest
            </Link>
          )}
          {list.next && (
            <Link className={control.button} href={exportsUrl(list.next)}>
              Older
            </Link>
          )}
        </nav>
      )}
      <p className={styles.notice}>
        Confidential, for authorized contacts alone. A file is the one of its receipt when its SHA-256 is the
        same.
      </p>
    </div>
  );
}
