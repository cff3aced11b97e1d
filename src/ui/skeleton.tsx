import styles from './skeleton.module.css';

/** Grey bars where rows of a table will be. */
export function SkeletonRows({ rows, columns }: { rows: number; columns: number }) {
  return (
    <div className={styles.rows} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => (
        <div key={row} className={styles.row}>
          {Array.from({ length: columns }, (_, column) => `bar ${column}`).map((column) => (
            <span key={column} className={styles.bar} />
          ))}
        </div>
      ))}
    </div>
  );
}
