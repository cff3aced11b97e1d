'use client';

import { IconPhoneCheck, IconPhoneOff } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { count, counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { AccountHead } from './account-head.tsx';
import styles from './ready-list.module.css';
import { useReady } from './use-ready.tsx';
import type { Selection } from './use-selection.ts';
import type { ReadyGroupView, ReadyRow } from './view.ts';

type ReadyListProps = { groups: readonly ReadyGroupView[]; selection: Selection };

/** Numbers that may be given to users, account by account. */
export function ReadyList({ groups, selection }: ReadyListProps) {
  const { view } = useReady();
  const shown = groups.flatMap(({ rows }) => rows);
  if (shown.length === 0) return <Nothing />;
  return (
    <section className={styles.card} aria-label="Ready to assign">
      {view.assigns && (
        <div className={styles.all}>
          <Box label={`Select all ${count(shown.length)} on this page`} rows={shown} selection={selection} />
          <span aria-hidden="true">Select all {count(shown.length)} on this page</span>
        </div>
      )}
      {groups.map((group) => (
        <Group key={group.account.id} group={group} selection={selection} />
      ))}
    </section>
  );
}

function Group({ group, selection }: { group: ReadyGroupView; selection: Selection }) {
  const { view } = useReady();
  const { account, ready, rows } = group;
  const heading = useId();
  return (
    <section className={styles.group} aria-labelledby={heading} data-assigns={view.assigns || undefined}>
      <AccountHead account={account} heading={heading} counted={counted(ready, 'ready number')}>
        {view.assigns && (
          <Box
            label={`Select ${rows.length === ready ? 'all' : 'the'} ${counted(rows.length, 'number')} of ${account.name}${rows.length === ready ? '' : ' on this page'}`}
            rows={rows}
            selection={selection}
          />
        )}
      </AccountHead>
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} selection={selection} assigns={view.assigns} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row, selection, assigns }: { row: ReadyRow; selection: Selection; assigns: boolean }) {
  // A press on a label reaches its box as another press, which forgets Shift in some browsers.
  const range = useRef(false);
  const facts = (
    <>
      <b className={styles.phone}>{row.shown}</b>
      <span>{row.ports}</span>
      <span className={styles.quiet}>Request {row.requestId}</span>
      <span className={styles.quiet}>{row.location}</span>
    </>
  );
  if (!assigns) return <li className={styles.row}>{facts}</li>;
  return (
    <li data-selected={selection.has(row.id) || undefined}>
      <label
        className={styles.row}
        onMouseDown={(event) => {
          range.current = event.shiftKey;
          // Shift would select the text in between.
          if (event.shiftKey) event.preventDefault();
        }}
      >
        <input
          type="checkbox"
          className={control.check}
          data-number={row.id}
          checked={selection.has(row.id)}
          onChange={() => {
            selection.toggle(row, range.current);
            range.current = false;
          }}
        />
        {facts}
      </label>
    </li>
  );
}

function Box({ label, rows, selection }: { label: string; rows: readonly ReadyRow[]; selection: Selection }) {
  const on = selection.among(rows);
  return (
    <input
      type="checkbox"
      className={control.check}
      aria-label={label}
      checked={on === 'all'}
      ref={(box) => {
        if (box) box.indeterminate = on === 'some';
      }}
      onChange={() => selection.toggleAll(rows)}
    />
  );
}

function Nothing() {
  const { view, hrefOf } = useReady();
  const { text, accountId } = view.url;
  if (text !== null || accountId !== null) {
    return (
      <div className={styles.card}>
        <EmptyState
          icon={<IconPhoneOff size={22} stroke={1.5} aria-hidden="true" />}
          title="No numbers match"
          actions={
            <Link className={control.button} href={hrefOf({ text: null, accountId: null })} prefetch={false}>
              Show all accounts
            </Link>
          }
        >
          None of the numbers that are ready to assign is under this filter.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.card}>
      <EmptyState
        icon={<IconPhoneCheck size={22} stroke={1.5} aria-hidden="true" />}
        title={view.counts.assigned > 0 ? 'All that is ready is assigned' : 'Nothing is ready to assign yet'}
      >
        A local number is ready once its losing carrier has confirmed a date (FOC), a toll-free number once
        its order is accepted. It appears here by itself then.
      </EmptyState>
    </div>
  );
}
