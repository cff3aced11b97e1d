import styles from './badge.module.css';

/** How many things at a place wait for somebody to look; nothing when there are none. */
export function Badge({ count = 0 }: { count?: number }) {
  if (count === 0) return null;
  return (
    <span className={styles.badge}>
      {count > 999 ? '999+' : count}
      <span className="pp-vh"> no longer safe</span>
    </span>
  );
}
