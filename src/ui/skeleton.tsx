import styles from './skeleton.module.css';

/** Grey bars where rows of a table will be. Drawn by the stylesheet alone: it goes out with every answer of its page. */
export function SkeletonRows() {
  return <div className={styles.rows} aria-hidden="true" />;
}
