'use client';

import { IconSearch, IconSelector, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { count } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import type { AccountChoice } from '../report-view.ts';
import { AccountList, optionId } from './account-list.tsx';
import styles from './parameters.module.css';
import type { AccountSearch } from './use-accounts.ts';
import type { Draft } from './use-draft.ts';

type AccountFieldProps = {
  draft: Draft;
  search: AccountSearch;
  problem: string | null;
  onChange: (change: Partial<Draft>) => void;
};

/** An account by its ID, username or company name, found while typing. */
export function AccountField({ draft, search, problem, onChange }: AccountFieldProps) {
  const [opened, setOpened] = useState(false);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLDivElement>(null);
  const { answer } = search;
  const accounts = answer?.accounts ?? [];
  const listed = opened && answer !== null;
  const typed = draft.accountText;

  const show = (open: boolean) => {
    setOpened(open);
    setActive(-1);
  };
  const choose = (account: AccountChoice | null) => {
    onChange({ account, accountText: account?.id ?? '' });
    show(false);
  };
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = accounts[active];
    if (step !== 0 && !listed) show(true);
    else if (step !== 0) setActive(around(active + step, accounts.length));
    else if (event.key === 'Enter' && listed && chosen) choose(chosen);
    else if (event.key === 'Escape' && listed) show(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className={`${control.field} ${styles.account}`}>
      <label className={control.label} htmlFor="account">
        Account ID <small>or username, company</small>
      </label>
      <div ref={box} className={control.input} data-invalid={problem ? '' : undefined}>
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <input
          id="account"
          value={typed}
          placeholder="All accounts"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={listed}
          aria-controls={listed ? 'accounts' : undefined}
          aria-activedescendant={listed && active >= 0 ? optionId(active) : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'account-problem' : undefined}
          onChange={(event) => {
            onChange({ accountText: event.currentTarget.value, account: null });
            search.look(event.currentTarget.value);
            show(true);
          }}
          onFocus={() => search.look(draft.account ? '' : typed)}
          onClick={() => show(true)}
          onBlur={() => show(false)}
          onKeyDown={keys}
        />
        {draft.account && <span className={styles.company}>{nameOf(draft.account)}</span>}
        {typed === '' ? (
          <IconSelector size={16} stroke={1.75} aria-hidden="true" />
        ) : (
          <button
            type="button"
            className={styles.clear}
            aria-label="All accounts"
            data-tip="Clear, for all accounts"
            onClick={() => choose(null)}
          >
            <IconX size={12} stroke={2} aria-hidden="true" />
          </button>
        )}
      </div>
      <AccountList
        box={box}
        opened={listed}
        accounts={accounts}
        active={active}
        chosen={draft.account?.id ?? null}
        words={answer ? search.words(answer) : ''}
        onChoose={choose}
      />
      {problem && (
        <p id="account-problem" className={control.error} role="alert">
          {problem}
        </p>
      )}
      <p className="pp-vh" aria-live="polite">
        {listed && typed !== '' ? `${count(answer.total)} found` : ''}
      </p>
    </div>
  );
}

function nameOf({ company, username }: AccountChoice): string {
  return (company ?? username ?? '').replace(/\s+/g, ' ');
}

/** A place in a list of `length`, going round its ends. */
function around(place: number, length: number): number {
  return length === 0 ? -1 : (place + length) % length;
}
