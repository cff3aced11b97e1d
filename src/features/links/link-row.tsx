import { IconChevronRight } from '@tabler/icons-react';
import type { RequestLink } from '#data/links/request-link.ts';
import { counted } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { linksPath, requestLinkState } from '#domain/request-link.ts';
import { Link } from '#ui/link.tsx';
import styles from './links.module.css';
import { WithdrawLink } from './withdraw-link.tsx';

/** One link: whose request it shows, whether it still does, who made it, and who opened it from where. */
export function LinkRow({ link, now }: { link: RequestLink; now: Date }) {
  const state = requestLinkState(link, now);
  return (
    <li className={styles.row} data-state={state}>
      <div className={styles.what}>
        <h3>
          <Link href={linksPath(link.requestId)}>Request {link.requestId}</Link>
        </h3>
        <p>{link.company ?? `Account ${link.accountId}`}</p>
      </div>
      <div className={styles.standing}>
        <p className={styles.state}>{stateWords(link, state)}</p>
        <p>
          Made by {link.actor}, {formatMoment(link.at)}
        </p>
        <Uses link={link} />
      </div>
      {state === 'open' && <WithdrawLink id={link.id} requestId={link.requestId} />}
    </li>
  );
}

function stateWords(
  { expiresAt, withdrawnAt, withdrawnBy }: RequestLink,
  state: ReturnType<typeof requestLinkState>,
): string {
  if (state === 'open') return `Works until ${formatMoment(expiresAt)}`;
  if (state === 'expired') return `Expired ${formatMoment(expiresAt)}`;
  return `Withdrawn by ${withdrawnBy ?? 'somebody'}${withdrawnAt ? `, ${formatMoment(withdrawnAt)}` : ''}`;
}

function Uses({ link: { uses, lastUses } }: { link: RequestLink }) {
  const [last] = lastUses;
  if (!last) return <p>Not opened yet</p>;
  return (
    <details className={styles.uses}>
      <summary>
        <IconChevronRight size={14} stroke={1.75} aria-hidden="true" />
        Opened {counted(uses, 'time')}, last {formatMoment(new Date(last.at))}
      </summary>
      <ul>
        {lastUses.map(({ at, address }) => (
          <li key={`${at} ${address}`}>
            {formatMoment(new Date(at))}, from {address}
          </li>
        ))}
      </ul>
    </details>
  );
}
