'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useMemo,
  useOptimistic,
  useTransition,
} from 'react';
import type { QueueFilter, QueuePosition, QueueRequest, QueueSort } from '#domain/order-queue.ts';
import type { PreferenceKey, Preferences } from '#domain/preferences.ts';
import { queueUrl } from './url.ts';
import type { QueueView, Remember } from './view.ts';

/** A change of what is asked for. Unless it names a place, the answer begins at the beginning. */
export type Change = Partial<QueueFilter> & { sort?: QueueSort; position?: QueuePosition };

export type Queue = {
  view: QueueView;
  /** What is asked for: the view's request, or the next one while it is on its way. */
  asked: QueueRequest;
  /** What is on its way: other orders, or the same ones read anew. */
  pending: 'page' | 'refresh' | null;
  hrefOf: (change: Change) => string;
  go: (change: Change) => void;
  refresh: () => void;
  remember: <Key extends PreferenceKey>(key: Key, value: NonNullable<Preferences[Key]>) => void;
};

const Context = createContext<Queue | null>(null);

/** The desk on the page and the ways to move in it. Inside QueueProvider only. */
export function useQueue(): Queue {
  const queue = use(Context);
  if (!queue) throw new Error('useQueue outside QueueProvider');
  return queue;
}

export function QueueProvider({
  view,
  save,
  children,
}: {
  view: QueueView;
  save: Remember;
  children: ReactNode;
}) {
  const router = useRouter();
  const [moving, startMove] = useTransition();
  const [refreshing, startRefresh] = useTransition();
  const [asked, setAsked] = useOptimistic(view.request);

  const remember: Queue['remember'] = useCallback(
    async (key, value) => {
      const saved = await save(key, value).catch(() => ({ ok: false }));
      if (!saved.ok) notifications.show({ message: 'This could not be remembered for your next visit.' });
    },
    [save],
  );

  const queue = useMemo<Queue>(() => {
    const requestOf = ({ sort = asked.sort, position = null, ...filter }: Change): QueueRequest => ({
      filter: { ...asked.filter, ...filter },
      sort,
      position,
    });
    return {
      view,
      asked,
      pending: refreshing ? 'refresh' : moving ? 'page' : null,
      hrefOf: (change) => queueUrl(requestOf(change)),
      go: (change) =>
        startMove(() => {
          const request = requestOf(change);
          setAsked(request);
          router.push(queueUrl(request), { scroll: false });
        }),
      refresh: () => startRefresh(() => router.refresh()),
      remember,
    };
  }, [view, asked, setAsked, moving, refreshing, router, remember]);

  return <Context value={queue}>{children}</Context>;
}
