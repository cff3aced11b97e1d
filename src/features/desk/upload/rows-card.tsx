import type { UploadRows } from '#data/uploads/list-upload-rows.ts';
import { ROW_FILTERS, ROWS_A_PAGE, type RowFilter } from '#domain/carrier-list/outcome.ts';
import { count, counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { RowTable } from './row-table.tsx';
import styles from './rows-card.module.css';
import { FILTER_LABELS } from './sentences.ts';
import upload from './upload.module.css';
import { rowsUrl, type UploadStep } from './url.ts';

/** The rows of a list by what becomes of them: filters with their counts, a page of rows, and the way to the others. */
export function RowsCard({ rows, step, show }: { rows: UploadRows; step: UploadStep; show: RowFilter }) {
  const { counts, total, page, pages } = rows;
  const { id, records } = rows.upload;
  const filters = ROW_FILTERS.filter(
    (filter) => filter === 'all' || filter === show || (counts[filter] ?? 0) > 0,
  );
  const to = (change: { show?: RowFilter; page?: number }) => rowsUrl(id, step, { show, page: 1, ...change });
  const from = (page - 1) * ROWS_A_PAGE;
  return (
    <section className={upload.card} aria-label="Rows">
      <nav className={styles.filters} aria-label="Rows by what becomes of them">
        {filters.map((filter) => (
          <Link
            key={filter}
            className={styles.filter}
            href={to({ show: filter })}
            aria-current={filter === show ? 'true' : undefined}
          >
            {FILTER_LABELS[filter]}{' '}
            <span className={control.count}>{count(filter === 'all' ? records : (counts[filter] ?? 0))}</span>
          </Link>
        ))}
      </nav>
      {total === 0 ? (
        <p className={styles.none}>There are no such rows.</p>
      ) : (
        <RowTable rows={rows} name={FILTER_LABELS[show]} />
      )}
      <footer className={styles.foot}>
        <span>
          {total > 0 && `${count(from + 1)}–${count(Math.min(from + ROWS_A_PAGE, total))} of `}
          {counted(total, 'row')}
        </span>
        {pages > 1 && (
          <nav aria-label="Pages">
            {page > 1 && <Link href={to({ page: page - 1 })}>Previous</Link>}
            <span>
              Page {count(page)} of {count(pages)}
            </span>
            {page < pages && <Link href={to({ page: page + 1 })}>Next</Link>}
          </nav>
        )}
      </footer>
    </section>
  );
}
