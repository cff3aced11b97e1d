'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useMemo, useTransition } from 'react';
import { type ReadyUrl, readyUrl } from './url.ts';
import type { ReadyView } from './view.ts';

export type Ready = {
  view: ReadyView;
  /** Whether another list is on its way. */
  pending: boolean;
  /** The address of the first page of a list under other parameters. */
  hrefOf: (change: Partial<ReadyUrl>) => string;
  go: (change: Partial<ReadyUrl>) => void;
  /** Reads the page anew, and the count that the top bar shows. */
  refresh: () => void;
  /** The report of one account. */
  reportOf: (accountId: string) => string;
};

const Context = createContext<Ready | null>(null);

/** The page's lists and the ways between them. Inside ReadyProvider only. */
export function useReady(): Ready {
  const ready = use(Context);
  if (!ready) throw new Error('useReady outside ReadyProvider');
  return ready;
}

export function ReadyProvider({
  view,
  reportPath,
  children,
}: {
  view: ReadyView;
  reportPath: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const { url } = view;
  const hrefOf = useCallback(
    (change: Partial<ReadyUrl>) => readyUrl({ ...url, after: null, ...change }),
    [url],
  );
  const ready = useMemo<Ready>(
    () => ({
      view,
      pending,
      hrefOf,
      go: (change) => start(() => router.push(hrefOf(change))),
      refresh: () => start(() => router.refresh()),
      reportOf(account) {
        const params = new URLSearchParams(url.partner ? { partner: url.partner, account } : { account });
        return `${reportPath}?${params}`;
      },
    }),
    [view, pending, hrefOf, router, reportPath, url.partner],
  );
  return <Context value={ready}>{children}</Context>;
}
