'use client';

import { IconCircleCheck, IconPlugConnected } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from '#ui/link.tsx';
import styles from './account-head.module.css';
import { useReady } from './use-ready.tsx';
import type { AccountView } from './view.ts';

type AccountHeadProps = {
  account: AccountView;
  /** The id that the heading gets, for what it names. */
  heading: string;
  /** How many numbers of it there are, in words. */
  counted: string;
  /** A box to tick. */
  children?: ReactNode;
};

/** The name of an account above its numbers, and whether its old service is still needed. */
export function AccountHead({ account, heading, counted, children }: AccountHeadProps) {
  const { view, hrefOf, reportOf } = useReady();
  return (
    <header className={styles.head}>
      {children}
      <div className={styles.name}>
        <h2 id={heading}>
          <bdi>{account.name}</bdi> <small>{account.id}</small>
        </h2>
        <OldServiceSentence account={account} />
      </div>
      <div className={styles.ways}>
        <span>{counted}</span>
        {view.url.accountId === null && (
          <Link href={hrefOf({ accountId: account.id })} prefetch={false}>
            Only this account
          </Link>
        )}
        <Link href={reportOf(account.id)} prefetch={false}>
          In the report<span className="pp-vh">: {account.name}</span>
        </Link>
      </div>
    </header>
  );
}

/** Whether the service at the losing carrier is still needed. */
export function OldServiceSentence({ account: { oldService } }: { account: AccountView }) {
  if (!oldService) return null;
  const Icon = oldService.keep ? IconPlugConnected : IconCircleCheck;
  return (
    <p className={styles.service} data-keep={oldService.keep || undefined}>
      <Icon size={14} stroke={1.75} aria-hidden="true" />
      {oldService.sentence}
    </p>
  );
}
