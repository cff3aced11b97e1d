import type { RejectReason } from '#data/reject-reasons/reject-reason.ts';
import { count } from '#domain/counted.ts';
import styles from '../admin.module.css';
import { AdminPage } from '../admin-page.tsx';
import { REASONS_PATH } from '../url.ts';
import { NewReason } from './new-reason.tsx';
import { OfferedReasons, RetiredReasons } from './reason-list.tsx';

/** The common reasons of carriers: those on offer when an order is rejected, and those that were retired. */
export function ReasonScreen({
  offered,
  retired,
}: {
  offered: readonly RejectReason[];
  retired: readonly RejectReason[];
}) {
  return (
    <AdminPage at={REASONS_PATH} aside={`${count(offered.length)} offered, ${count(retired.length)} retired`}>
      <NewReason />
      <div className={styles.card}>
        <OfferedReasons reasons={offered} />
      </div>
      {retired.length > 0 && (
        <>
          <h2 className={styles.section}>
            Retired <span className={styles.figure}>{count(retired.length)}</span>
          </h2>
          <div className={styles.card}>
            <RetiredReasons reasons={retired} />
          </div>
        </>
      )}
      <p className={styles.quiet}>
        Orders keep the words that they were rejected with, whatever becomes of a reason here.
      </p>
    </AdminPage>
  );
}
