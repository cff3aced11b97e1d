import { IconTransferIn } from '@tabler/icons-react';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import styles from './home.module.css';
import type { HomeLinks } from './home-links.ts';

/** Home of a partner that has no numbers yet: how its first ones come in. */
export function StartCard({ partner, links }: { partner: string; links: HomeLinks }) {
  return (
    <div className={`${styles.card} ${styles.start}`}>
      <EmptyState
        icon={<IconTransferIn size={22} stroke={1.5} aria-hidden="true" />}
        title={`Begin with the first numbers of ${partner}`}
        actions={
          <>
            <Link className={`${control.button} ${control.primary}`} href={links.setUp}>
              Set up an account
            </Link>
            <Link className={control.button} href={links.report}>
              Open the report
            </Link>
          </>
        }
      >
        Set up the account of a customer, order new numbers for it and transfer those that it has. Ports that
        are under way already are brought in by the porting team: send it your list, and they stand here and
        in the report the same day.
      </EmptyState>
    </div>
  );
}
