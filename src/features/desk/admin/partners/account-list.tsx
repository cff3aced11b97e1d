'use client';

import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { ListedAccount } from '#data/accounts/list-accounts.ts';
import { counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import styles from '../admin.module.css';
import { Unfold } from '../unfold.tsx';
import { AccountForm } from './account-form.tsx';
import rows from './partners.module.css';

/** A page of the accounts of a partner; each unfolds into the form that changes it. */
export function AccountList({
  partner,
  accounts,
  searched,
}: {
  partner: string;
  accounts: readonly ListedAccount[];
  /** Whether it was narrowed by a text. */
  searched: boolean;
}) {
  const [edited, setEdited] = useState<string | null>(null);
  if (accounts.length === 0) return <NoAccounts searched={searched} />;
  return (
    <ul aria-label="Accounts">
      {accounts.map((account) =>
        account.id === edited ? (
          <li key={account.id} className={rows.edited}>
            <AccountForm partner={partner} account={account} onClose={() => setEdited(null)} />
          </li>
        ) : (
          <li key={account.id} className={`${styles.row} ${rows.account}`}>
            <b className={styles.name}>{account.company ?? account.username ?? account.id}</b>
            <span>{account.username}</span>
            <span>{account.id}</span>
            <span>{counted(account.requests, 'request')}</span>
            <button
              type="button"
              className={`${control.button} ${control.small} ${control.subtle}`}
              aria-label={`Edit account ${account.id}`}
              onClick={() => setEdited(account.id)}
            >
              Edit
            </button>
          </li>
        ),
      )}
    </ul>
  );
}

/** Unfolds into the form of a new account. */
export function NewAccount({ partner }: { partner: string }) {
  return (
    <Unfold label="New account" icon={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}>
      {(close) => (
        <div className={`${styles.card} ${styles.whole}`}>
          <AccountForm partner={partner} account={null} onClose={close} />
        </div>
      )}
    </Unfold>
  );
}

function NoAccounts({ searched }: { searched: boolean }) {
  return (
    <EmptyState
      icon={<IconUsersGroup size={22} stroke={1.5} aria-hidden="true" />}
      title={searched ? 'No account matches' : 'This partner has no account yet'}
    >
      {searched
        ? 'An account is found by any part of its ID, username or company name.'
        : 'Requests are made for accounts. Create the first one, or import the partner’s report, which brings its accounts along.'}
    </EmptyState>
  );
}
