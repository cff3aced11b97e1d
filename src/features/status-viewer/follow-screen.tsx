import { IconLinkOff } from '@tabler/icons-react';
import { formatMoment, pacificDate } from '#domain/pacific-time.ts';
import { FOLLOW_PATH } from '#domain/request-link.ts';
import { waitInWords } from '#domain/wait.ts';
import type { Following } from '#server/follow-link.ts';
import { SIGN_IN_PATH } from '#server/return-path.ts';
import { Brand } from '#ui/brand.tsx';
import { ColorSchemeMenu } from '#ui/color-scheme-menu.tsx';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import follow from './follow.module.css';
import { RequestBody } from './request-body.tsx';
import styles from './status-viewer.module.css';

/** What a read-only link shows to whoever has it: one request, or the one sentence that is said of every other link. */
export function FollowScreen({ following, token }: { following: Following; token: string }) {
  return (
    <>
      <header className={follow.bar}>
        <Brand />
        <ColorSchemeMenu />
      </header>
      <main className={styles.page}>
        {following.kind === 'open' ? (
          <Shown following={following} token={token} />
        ) : (
          <div className={styles.card}>
            <NothingShown following={following} />
          </div>
        )}
      </main>
    </>
  );
}

function Shown({
  following: { view, expiresAt },
  token,
}: {
  following: Extract<Following, { kind: 'open' }>;
  token: string;
}) {
  return (
    <>
      <PageHeader crumbs={[]} title={`Request ${view.id}`}>
        As of {formatMoment(view.asOf)}
      </PageHeader>
      <p className={follow.whose}>
        {view.company ? `For ${view.company}, shared` : 'Shared'} by {view.provider}
      </p>
      <RequestBody view={view} today={pacificDate(view.asOf)} path={`${FOLLOW_PATH}/${token}`} />
      <p className={styles.notice}>
        Confidential: whoever has this link sees this page, until {formatMoment(expiresAt)}. Pass it on to
        nobody. Dates and times are Pacific. For anything that is not here, ask {view.provider} and name
        request {view.id}.
      </p>
    </>
  );
}

function NothingShown({ following }: { following: Exclude<Following, { kind: 'open' }> }) {
  const waiting = following.kind === 'too-many';
  return (
    <EmptyState
      heading="h1"
      icon={<IconLinkOff size={22} stroke={1.5} aria-hidden="true" />}
      title={waiting ? 'Too many attempts' : 'This link shows nothing'}
      actions={
        <Link className={control.button} href={SIGN_IN_PATH}>
          Sign in
        </Link>
      }
    >
      {waiting
        ? `Too many links that do not work were opened from where you are. Try again in ${waitInWords(following.waitMs)}.`
        : 'It has expired, was withdrawn or never was. Ask whoever sent it to you, your phone provider, for a new one. If you can sign in, your requests are there.'}
    </EmptyState>
  );
}
