import { IconFileSearch } from '@tabler/icons-react';
import { SIGN_IN_PATH } from '#server/return-path.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { StatePage } from './state-page.tsx';

/** Nothing at this address, said to somebody who is not signed in. */
export function SignedOutNotFound() {
  return (
    <main>
      <StatePage>
        <EmptyState
          heading="h1"
          icon={<IconFileSearch size={22} stroke={1.5} aria-hidden="true" />}
          title="We cannot find that page"
          actions={
            <Link className={`${control.button} ${control.primary}`} href={SIGN_IN_PATH}>
              Sign in
            </Link>
          }
        >
          The link may be old. Sign in to reach your report.
        </EmptyState>
      </StatePage>
    </main>
  );
}
