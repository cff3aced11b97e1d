'use client';

import { useCallback, useRef, useState } from 'react';
import { count } from '#domain/counted.ts';
import { findAccounts } from '../actions.ts';
import type { AccountChoice } from '../report-view.ts';

type FoundAccount = AccountChoice & { numbers: number };

/** Accounts that a text finds, the likeliest first; `total` counts those that did not fit too. */
export type AccountAnswer = { text: string; accounts: FoundAccount[]; total: number };

export type AccountSearch = {
  answer: AccountAnswer | null;
  look: (text: string) => void;
  /** What to say under the list. */
  words: (answer: AccountAnswer) => string;
  /** The account that a typed text means: an ID, or the only one that it finds; else a sentence that says why not. */
  resolve: (text: string) => Promise<AccountChoice | string>;
};

const AFTER_TYPING_MS = 120;

/** Looks for accounts of a partner while someone types. An answer that was overtaken by a later one is dropped. */
export function useAccounts(partner: { slug: string; name: string }): AccountSearch {
  const [answer, setAnswer] = useState<AccountAnswer | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);

  const ask = useCallback(
    async (text: string): Promise<AccountAnswer | null> => {
      const result = await findAccounts(partner.slug, text.trim());
      return result.ok ? { text, ...result.value } : null;
    },
    [partner.slug],
  );
  const look = useCallback(
    (text: string) => {
      clearTimeout(timer.current);
      const turn = ++latest.current;
      timer.current = setTimeout(async () => {
        const found = await ask(text).catch(() => null);
        if (turn === latest.current) setAnswer(found);
      }, AFTER_TYPING_MS);
    },
    [ask],
  );
  const resolve = useCallback(
    async (text: string): Promise<AccountChoice | string> => {
      clearTimeout(timer.current);
      const found = await ask(text).catch(() => null);
      if (!found) return 'Accounts cannot be looked up just now. Try again.';
      const [first] = found.accounts;
      const exact = found.accounts.find((account) => isNamed(account, text));
      if (exact) return exact;
      if (first && found.total === 1) return first;
      setAnswer(found);
      const short = text.trim().slice(0, 40);
      return found.total === 0
        ? `“${short}” is not an account of ${partner.name}.`
        : `“${short}” may be any of ${count(found.total)} accounts. Choose one.`;
    },
    [ask, partner.name],
  );
  return { answer, look, resolve, words: wordsUnder };
}

function wordsUnder({ text, accounts, total }: AccountAnswer): string {
  if (text.trim() === '') {
    return `Type an account ID, a username or part of a company name. ${count(total)} accounts.`;
  }
  if (total === 0) return 'No account has this ID, username or company name.';
  if (total > accounts.length)
    return `${count(accounts.length)} of ${count(total)}. Type more to narrow them.`;
  return total === 1 ? '1 account' : `${count(total)} accounts`;
}

function isNamed(account: AccountChoice, text: string): boolean {
  const name = text.trim().toLowerCase();
  return account.id.toLowerCase() === name || account.username?.toLowerCase() === name;
}
