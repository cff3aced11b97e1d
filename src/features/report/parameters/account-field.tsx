'use client';

import { Combobox, useCombobox } from '@mantine/core';
import { IconSearch, IconSelector, IconX } from '@tabler/icons-react';
import control from '#ui/control.module.css';
import type { AccountChoice } from '../report-view.ts';
import { count, counted } from '../words.ts';
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
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { answer } = search;
  const typed = draft.accountText;
  const choose = (account: AccountChoice | null) => {
    onChange({ account, accountText: account?.id ?? '' });
    combobox.closeDropdown();
  };

  return (
    <div className={`${control.field} ${styles.account}`}>
      <label className={control.label} htmlFor="account">
        Account ID <small>or username, company</small>
      </label>
      <Combobox
        store={combobox}
        onOptionSubmit={(id) => choose(answer?.accounts.find((account) => account.id === id) ?? null)}
        classNames={{ dropdown: control.pop, option: control.option }}
        width={380}
        position="bottom-start"
      >
        <Combobox.DropdownTarget>
          <div className={control.input} data-invalid={problem ? '' : undefined}>
            <IconSearch size={16} stroke={1.75} aria-hidden="true" />
            <Combobox.EventsTarget withExpandedAttribute>
              <input
                id="account"
                value={typed}
                placeholder="All accounts"
                autoComplete="off"
                spellCheck={false}
                enterKeyHint="go"
                aria-autocomplete="list"
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem ? 'account-problem' : undefined}
                onChange={(event) => {
                  onChange({ accountText: event.currentTarget.value, account: null });
                  search.look(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.resetSelectedOption();
                }}
                onFocus={() => search.look(draft.account ? '' : typed)}
                onClick={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
              />
            </Combobox.EventsTarget>
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
        </Combobox.DropdownTarget>
        <Combobox.Dropdown maw="calc(100vw - 16px)" hidden={!answer}>
          <Combobox.Options mah={320} className={styles.accounts} aria-label="Accounts">
            {answer?.accounts.map((account) => (
              <Combobox.Option key={account.id} value={account.id} active={account.id === draft.account?.id}>
                <span className={styles.who}>
                  <span>{account.company ?? account.username ?? account.id}</span>
                  <small>
                    {[account.username, counted(account.numbers, 'number')].filter(Boolean).join(' · ')}
                  </small>
                </span>
                <span className={control.end}>{account.id}</span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
          {answer && <p className={control.caption}>{search.words(answer)}</p>}
        </Combobox.Dropdown>
      </Combobox>
      {problem && (
        <p id="account-problem" className={control.error} role="alert">
          {problem}
        </p>
      )}
      <p className="pp-vh" aria-live="polite">
        {combobox.dropdownOpened && answer && typed !== '' ? `${count(answer.total)} found` : ''}
      </p>
    </div>
  );
}

function nameOf({ company, username }: AccountChoice): string {
  return (company ?? username ?? '').replace(/\s+/g, ' ');
}
