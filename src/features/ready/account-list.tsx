'use client';

import { IconBuildingOff } from '@tabler/icons-react';
import { count, counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { OldServiceSentence } from './account-head.tsx';
import styles from './account-list.module.css';
import { useReady } from './use-ready.tsx';
import type { AccountView } from './view.ts';

/** Every account with whether its service at the losing carrier is still needed. */
export function AccountList({ rows, total }: { rows: readonly AccountView[]; total: number }) {
  const { hrefOf } = useReady();
  if (rows.length === 0) return <Nothing />;
  return (
    <>
      <p className={styles.total}>{counted(total, 'account')} with numbers, by name</p>
      <ul className={styles.card} aria-label="Accounts">
        {rows.map((account) => (
          <li key={account.id} className={styles.account}>
            <div>
              <h2>
                <bdi>{account.name}</bdi> <small>{account.id}</small>
              </h2>
              <OldServiceSentence account={account} />
            </div>
            <div className={styles.ways}>
              {account.ready > 0 && (
                <Link href={hrefOf({ shown: 'ready', accountId: account.id, text: null })} prefetch={false}>
                  {count(account.ready)} ready
                </Link>
              )}
              {account.assigned > 0 && (
                <Link
                  href={hrefOf({ shown: 'assigned', accountId: account.id, text: null })}
                  prefetch={false}
                >
                  {count(account.assigned)} assigned
                </Link>
              )}
              <ReportLink account={account} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function ReportLink({ account }: { account: AccountView }) {
  const { reportOf } = useReady();
  return (
    <Link href={reportOf(account.id)} prefetch={false}>
      In the report<span className="pp-vh">: {account.name}</span>
    </Link>
  );
}

function Nothing() {
  const { view, hrefOf } = useReady();
  const narrowed = view.url.text !== null || view.url.accountId !== null;
  return (
    <div className={styles.card}>
      <EmptyState
        icon={<IconBuildingOff size={22} stroke={1.5} aria-hidden="true" />}
        title={narrowed ? 'No account matches' : 'No account has numbers yet'}
        actions={
          narrowed && (
            <Link className={control.button} href={hrefOf({ text: null, accountId: null })} prefetch={false}>
              Show all accounts
            </Link>
          )
        }
      >
        Once numbers of an account are on their way, it stands here how long its old service is needed.
      </EmptyState>
    </div>
  );
}
