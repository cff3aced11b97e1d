'use client';

import { IconKeyboard } from '@tabler/icons-react';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import styles from './ready-screen.module.css';
import { useReady } from './use-ready.tsx';

/** On to the next page and back to the first; the keys that work here. */
export function Pager({ onHelp }: { onHelp: () => void }) {
  const { view } = useReady();
  return (
    <footer className={styles.foot}>
      {(view.first || view.next) && (
        <nav className={styles.pager} aria-label="Pages">
          {view.first && (
            <Link className={control.button} href={view.first} prefetch={false}>
              First page
            </Link>
          )}
          {view.next && (
            <Link className={control.button} href={view.next} prefetch={false} rel="next">
              Next page
            </Link>
          )}
        </nav>
      )}
      <button
        type="button"
        className={`${control.button} ${control.subtle} ${control.small} ${styles.keys}`}
        onClick={onHelp}
      >
        <IconKeyboard size={16} stroke={1.75} aria-hidden="true" />
        Keyboard shortcuts
      </button>
    </footer>
  );
}
