'use client';

import { IconClock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { confidentiality } from '#domain/confidential.ts';
import { AfterHydration, useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ShortcutHelp } from '#ui/shortcut-help.tsx';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { AccountList } from './account-list.tsx';
import { AssignBar } from './assign-bar.tsx';
import { AssignedList } from './assigned-list.tsx';
import { Filters } from './filters.tsx';
import { focusNumber, READY_KEYS, tickNumber } from './keys.ts';
import { Outcome } from './outcome.tsx';
import { Pager } from './pager.tsx';
import { ReadyList } from './ready-list.tsx';
import styles from './ready-screen.module.css';
import { Tabs } from './tabs.tsx';
import { useAssigning } from './use-assigning.ts';
import { ReadyProvider, useReady } from './use-ready.tsx';
import { useSelection } from './use-selection.ts';
import type { ReadyView } from './view.ts';

type Save = (key: string, value: unknown) => Promise<{ ok: boolean }>;
type ReadyScreenProps = { view: ReadyView; reportPath: string; save: Save };

/** A partner's numbers that may be given to users, and those that were. Its state is the address. */
export function ReadyScreen({ view, reportPath, save }: ReadyScreenProps) {
  return (
    <ReadyProvider view={view} reportPath={reportPath}>
      <Page save={save} />
    </ReadyProvider>
  );
}

function Page({ save }: { save: Save }) {
  const { view, pending, refresh } = useReady();
  const { content } = view;
  const alive = useAlive();
  const selection = useSelection(view);
  const assigning = useAssigning();
  const [helping, setHelping] = useState(false);
  const [letters, setLetters] = useState(view.shortcuts);
  const list = useRef<HTMLDivElement>(null);
  const find = useRef<HTMLInputElement>(null);
  const assignee = useRef<HTMLInputElement>(null);
  const undo = useRef<HTMLButtonElement>(null);

  useShortcuts(letters, {
    '/': () => find.current?.focus(),
    j: () => focusNumber(list.current, 1),
    k: () => focusNumber(list.current, -1),
    x: () => tickNumber(list.current),
    a: () => assignee.current?.focus(),
    u: () => undo.current?.click(),
    r: refresh,
    Escape: selection.clear,
    '?': () => setHelping(true),
  });

  return (
    <div className={styles.page} data-alive={alive ? '' : undefined}>
      <PageHeader crumbs={[]} title="Assign numbers">
        <p className={styles.asOf}>
          <IconClock size={14} stroke={1.75} aria-hidden="true" />
          {pending ? 'Refreshing' : `As of ${view.asOf}`}
        </p>
        <p>{confidentiality(view.partner.name)}</p>
      </PageHeader>
      {!view.assigns && (
        <p className={styles.staff}>
          This is what {view.partner.name}’s contacts see. Only they assign their numbers.
        </p>
      )}
      {view.problems.map((problem) => (
        <div key={problem} className={styles.problem}>
          <Banner tone="wait">{problem}</Banner>
        </div>
      ))}
      <Tabs />
      <Filters find={find} />
      <Outcome outcome={assigning.outcome} onDismiss={assigning.dismiss} undo={undo} />
      <div ref={list} data-dim={pending ? '' : undefined} className={styles.list}>
        {content.kind === 'ready' && <ReadyList groups={content.groups} selection={selection} />}
        {content.kind === 'accounts' && <AccountList rows={content.rows} total={content.total} />}
        {(content.kind === 'assigned' || content.kind === 'unsafe') && (
          <AssignedList key={content.kind} rows={content.rows} unsafe={content.kind === 'unsafe'} />
        )}
      </div>
      <Pager onHelp={() => setHelping(true)} />
      {content.kind === 'ready' && view.assigns && (
        <AssignBar selection={selection} assigning={assigning} assignee={assignee} />
      )}
      <AfterHydration>
        <ShortcutHelp
          groups={READY_KEYS}
          opened={helping}
          onClose={() => setHelping(false)}
          on={letters}
          onSwitch={(on) => {
            setLetters(on);
            void save('shortcuts', on);
          }}
        />
      </AfterHydration>
    </div>
  );
}
