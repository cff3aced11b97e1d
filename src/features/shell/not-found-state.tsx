import { IconFileSearch, IconShieldLock } from '@tabler/icons-react';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import { StatePage } from './state-page.tsx';

const SIZE = { size: 22, stroke: 1.5, 'aria-hidden': true } as const;

/**
 * Nothing at this address, or nothing for this person: the two look the same to a stranger. `forPartners` says that the
 * page is one that only a partner's contacts have, which is no secret.
 */
export function NotFoundState({
  who,
  home,
  forPartners,
}: {
  who: string;
  home: { href: string; label: string };
  forPartners: boolean;
}) {
  return (
    <StatePage>
      <EmptyState
        heading="h1"
        icon={forPartners ? <IconShieldLock {...SIZE} /> : <IconFileSearch {...SIZE} />}
        title={forPartners ? 'This page is for partner contacts' : 'We cannot find that page'}
        actions={
          <>
            <Link className={`${control.button} ${control.primary}`} href={home.href}>
              Go to {home.label}
            </Link>
            <SignOutButton>Use another account</SignOutButton>
          </>
        }
      >
        {forPartners
          ? 'The requests of your own account are on your status page. '
          : 'The link may be old, or the page may belong to an account that you do not manage. '}
        You are signed in as {who}.
      </EmptyState>
    </StatePage>
  );
}
