import { PageHeader } from '#ui/page-header.tsx';
import { SkeletonRows } from '#ui/skeleton.tsx';
import { CRUMBS, TITLE } from './headings.ts';
import styles from './report-skeleton.module.css';

/** The report before it is there: its frame, and grey bars where the rows will be. */
export function ReportSkeleton() {
  return (
    <div className={styles.page} aria-busy="true">
      <PageHeader crumbs={CRUMBS} title={TITLE} />
      <p className={styles.word} role="status">
        Running the report
      </p>
      <div className={styles.facets} />
      <div className={styles.viewer}>
        <div className={styles.toolbar} />
        <SkeletonRows />
      </div>
    </div>
  );
}
