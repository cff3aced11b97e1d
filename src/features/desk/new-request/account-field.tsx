'use client';

import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { FoundAccount } from '#data/accounts/search-accounts.ts';
import { counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { Required } from '../move/date-field.tsx';
import move from '../move/move.module.css';
import { Suggestion, Suggestions } from '../move/suggestions.tsx';
import { findAccounts } from './actions.ts';

type AccountFieldProps = {
  partner: string | null;
  value: string;
  problem: string | null;
  onChange: (text: string, account: FoundAccount | null) => void;
};

const AFTER_TYPING_MS = 120;

/** An account of the partner by its ID, username or company name, found while typing. */
export function AccountField({ partner, value, problem, onChange }: AccountFieldProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  const [active, setActive] = useState(-1);
  const { accounts, total, look } = useAccountSearch(partner);
  const listed = opened && partner !== null && accounts.length > 0;
  const chosen = accounts.find((account) => account.id === value) ?? null;

  const show = (open: boolean) => {
    setOpened(open);
    setActive(-1);
  };
  const choose = (account: FoundAccount) => {
    onChange(account.id, account);
    show(false);
  };
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = accounts[active];
    if (step !== 0 && !listed) show(true);
    else if (step !== 0) setActive((active + step + accounts.length) % accounts.length);
    else if (event.key === 'Enter' && listed && at) choose(at);
    else if (event.key === 'Escape' && listed) show(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className={control.field}>
      <label className={control.label} htmlFor={id}>
        Account <Required />
      </label>
      <div ref={box} className={control.input} data-invalid={problem ? '' : undefined}>
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <input
          id={id}
          value={value}
          placeholder={partner ? 'ID, username or company' : 'Choose the partner first'}
          autoComplete="off"
          spellCheck={false}
          required
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={listed}
          aria-controls={listed ? `${id}-list` : undefined}
          aria-activedescendant={listed && active >= 0 ? `${id}-${active}` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : `${id}-said`}
          onChange={(event) => {
            onChange(event.currentTarget.value, null);
            look(event.currentTarget.value);
            show(true);
          }}
          onFocus={() => look(chosen ? '' : value)}
          onClick={() => show(true)}
          onBlur={() => show(false)}
          onKeyDown={keys}
        />
      </div>
      <Suggestions box={box} id={id} label="Accounts" opened={listed} active={active}>
        {accounts.map((account, place) => (
          <Suggestion
            key={account.id}
            id={id}
            place={place}
            active={active}
            selected={account.id === value}
            onChoose={() => choose(account)}
          >
            <span>{account.company ?? account.username ?? account.id}</span>
            <span className={control.end}>{[account.username, account.id].filter(Boolean).join(' · ')}</span>
          </Suggestion>
        ))}
      </Suggestions>
      {problem ? (
        <p id={`${id}-problem`} className={control.error}>
          {problem}
        </p>
      ) : (
        <p id={`${id}-said`} className={move.hint}>
          {chosen
            ? [chosen.company, chosen.username].filter(Boolean).join(' · ')
            : total > accounts.length && listed
              ? `${counted(total, 'account')}. Type more to narrow them.`
              : ''}
        </p>
      )}
    </div>
  );
}

/** Looks for accounts while someone types. An answer that was overtaken is dropped. */
function useAccountSearch(partner: string | null) {
  const [found, setFound] = useState<{ accounts: FoundAccount[]; total: number }>(NONE);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (text: string) => {
    clearTimeout(timer.current);
    const turn = ++latest.current;
    if (partner === null) return setFound(NONE);
    timer.current = setTimeout(async () => {
      const result = await findAccounts(partner, text.trim()).catch(() => null);
      if (turn === latest.current) setFound(result?.ok ? result.value : NONE);
    }, AFTER_TYPING_MS);
  };
  return { ...found, look };
}

const NONE = { accounts: [], total: 0 };
