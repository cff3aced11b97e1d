'use client';

import { Popover } from '@mantine/core';
import { type RefObject, useEffect } from 'react';
import { counted } from '#domain/counted.ts';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import type { AccountChoice } from '../report-view.ts';
import styles from './parameters.module.css';

type AccountListProps = {
  box: RefObject<HTMLElement | null>;
  opened: boolean;
  accounts: readonly (AccountChoice & { numbers: number })[];
  /** The place of the option that the arrow keys stand on; -1 for none. */
  active: number;
  chosen: string | null;
  words: string;
  onChoose: (account: AccountChoice) => void;
};

/** What the account field found, under it. The focus stays in the field. */
export function AccountList({ box, opened, accounts, active, chosen, words, onChoose }: AccountListProps) {
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <AfterHydration>
      <Popover
        opened={opened}
        position="bottom-start"
        width={380}
        withinPortal={false}
        withRoles={false}
        classNames={{ dropdown: control.pop }}
      >
        <Popover.Target>
          <Anchor at={box} />
        </Popover.Target>
        <Popover.Dropdown maw="calc(100vw - 16px)" onMouseDown={(event) => event.preventDefault()}>
          <div id="accounts" role="listbox" aria-label="Accounts" className={styles.accounts}>
            {accounts.map((account, n) => (
              // The keyboard reaches options through the field, which names the active one.
              <button
                key={account.id}
                type="button"
                id={optionId(n)}
                className={control.option}
                data-hovered={n === active ? '' : undefined}
                {...asOption(account.id === chosen)}
                onClick={() => onChoose(account)}
              >
                <span className={styles.who}>
                  <span>{account.company ?? account.username ?? account.id}</span>
                  <small>
                    {[account.username, counted(account.numbers, 'number')].filter(Boolean).join(' · ')}
                  </small>
                </span>
                <span className={control.end}>{account.id}</span>
              </button>
            ))}
          </div>
          <p className={control.caption}>{words}</p>
        </Popover.Dropdown>
      </Popover>
    </AfterHydration>
  );
}

/** The id of the option at a place. */
export function optionId(place: number): string {
  return `account-option-${place}`;
}

function asOption(selected: boolean) {
  return { role: 'option', 'aria-selected': selected, tabIndex: -1 } as const;
}
