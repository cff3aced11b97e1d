import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '#ui/link.tsx';
import styles from './unsafe-alert.module.css';

/** On top of every page of a partner, until somebody looks: numbers given to users whose date does not hold any more. */
export function UnsafeAlert({ count, href }: { count: number; href: string }) {
  const many = count === 1 ? '1 assigned number is' : `${count.toLocaleString('en-US')} assigned numbers are`;
  return (
    <section className={styles.alert} aria-label="Assigned, no longer safe">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <p>
        <b>{many} no longer safe.</b> {count === 1 ? 'Its' : 'Their'} confirmed date was revoked or moved.
      </p>
      <Link href={href} prefetch={false}>
        Look at {count === 1 ? 'it' : 'them'}
      </Link>
    </section>
  );
}
