'use client';

import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { AfterHydration, useAlive } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ShortcutHelp } from '#ui/shortcut-help.tsx';
import { useMedia } from '#ui/use-media.ts';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { orderUrl } from '../order/url.ts';
import { BulkBar, type Doing } from './bulk/bulk-bar.tsx';
import { BulkPanel } from './bulk/bulk-panel.tsx';
import { NotePanel } from './bulk/note-panel.tsx';
import { Filters } from './filters/filters.tsx';
import { Footer } from './footer.tsx';
import { DESK_KEYS } from './keys.ts';
import { NoOrders } from './no-orders.tsx';
import { focusOrder, orderInFocus, useOrderKeys } from './orders-in-focus.ts';
import { Problems } from './problems.tsx';
import styles from './queue-screen.module.css';
import { QueueList } from './table/queue-list.tsx';
import { QueueTable } from './table/queue-table.tsx';
import { Tabs } from './tabs.tsx';
import { queueUrl } from './url.ts';
import { QueueProvider, useQueue } from './use-queue.tsx';
import { useSelection } from './use-selection.ts';
import type { QueueView, Remember } from './view.ts';
import { placeWords } from './words.ts';

/** The desk on screen: saved views, filters, the list, and what changes many orders. Its state is the address. */
export function QueueScreen({ view, save }: { view: QueueView; save: Remember }) {
  return (
    <QueueProvider view={view} save={save}>
      <Page />
    </QueueProvider>
  );
}

const NARROW = 'screen and (max-width: 640px)';
const BESIDE = 'screen and (min-width: 1200px)';

function Page() {
  const { view } = useQueue();
  const search = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[]} title="Porting desk">
        <Updated />
      </PageHeader>
      <Problems problems={view.problems} />
      <Tabs />
      <Filters search={search} />
      <Desk onSearch={() => search.current?.focus()} />
    </div>
  );
}

function Updated() {
  const { view, pending, refresh } = useQueue();
  return (
    <div className={styles.aside}>
      <Link className={`${control.button} ${control.small}`} href="/desk/requests/new">
        <IconPlus size={16} stroke={1.75} aria-hidden="true" />
        New request
      </Link>
      <button type="button" className={styles.updated} data-tip="Refresh" data-tip-key="r" onClick={refresh}>
        <IconRefresh size={14} stroke={1.75} aria-hidden="true" />
        {pending === 'refresh' ? 'Refreshing' : `Updated ${view.updated}`}
      </button>
      <p className="pp-vh" aria-live="polite">
        {pending === 'refresh' ? 'Refreshing' : pending ? 'Looking for orders' : placeWords(view)}
      </p>
    </div>
  );
}

function Desk({ onSearch }: { onSearch: () => void }) {
  const { view, go, refresh, remember, pending } = useQueue();
  const router = useRouter();
  const alive = useAlive();
  const narrow = useMedia(NARROW, view.phone);
  const beside = useMedia(BESIDE, false);
  const selection = useSelection(view);
  const list = useRef<HTMLDivElement>(null);
  const [wish, setWish] = useState<Doing | null>(null);
  const [helping, setHelping] = useState(false);
  const [letters, setLetters] = useState(view.preferences.shortcuts ?? true);
  const from = queueUrl(view.request);
  const hrefOf = (orderId: number) => orderUrl({ orderId, from });
  // With nothing selected there is nothing to do; what is selected next begins anew.
  if (wish && selection.count === 0) setWish(null);
  const doing = selection.count > 0 && !(wish === 'note' && selection.all) ? wish : null;
  const place = beside ? 'beside' : narrow ? 'below' : 'side';

  const select = (range: boolean) => {
    const item = view.items.find(({ orderId }) => orderId === orderInFocus(list.current));
    if (item) selection.toggle(item, range);
  };
  const selectRange = () => select(true);
  useShortcuts(letters, {
    '/': onSearch,
    '[': () => view.previous && go({ position: { before: view.previous } }),
    ']': () => view.next && go({ position: { after: view.next } }),
    j: () => focusOrder(list.current, 1),
    k: () => focusOrder(list.current, -1),
    x: () => select(false),
    X: selectRange,
    m: () => selection.count > 0 && setWish('change'),
    r: refresh,
    '?': () => setHelping(true),
  });
  useOrderKeys(list, (orderId) => router.push(hrefOf(orderId)));

  return (
    <div className={styles.desk} data-panel={doing && beside ? '' : undefined}>
      <section
        className={styles.viewer}
        aria-label="Orders"
        data-alive={alive ? '' : undefined}
        data-dim={pending ?? undefined}
      >
        <div ref={list} className={styles.list}>
          {view.items.length === 0 ? (
            <NoOrders />
          ) : narrow ? (
            <QueueList selection={selection} hrefOf={hrefOf} />
          ) : (
            <QueueTable selection={selection} hrefOf={hrefOf} />
          )}
        </div>
        <BulkBar selection={selection} doing={doing} onDo={setWish} />
        <Footer onHelp={() => setHelping(true)} />
      </section>
      {doing === 'change' && (
        <BulkPanel selection={selection} hrefOf={hrefOf} onClose={() => setWish(null)} place={place} />
      )}
      {doing === 'note' && <NotePanel selection={selection} onClose={() => setWish(null)} place={place} />}
      <AfterHydration>
        <ShortcutHelp
          groups={DESK_KEYS}
          opened={helping}
          onClose={() => setHelping(false)}
          on={letters}
          onSwitch={(on) => {
            setLetters(on);
            remember('shortcuts', on);
          }}
        />
      </AfterHydration>
    </div>
  );
}
