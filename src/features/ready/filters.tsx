'use client';

import { Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { Link } from '#ui/link.tsx';
import { MenuButton } from '#ui/menu-button.tsx';
import styles from './filters.module.css';
import { fileUrl } from './url.ts';
import { useReady } from './use-ready.tsx';

/** What narrows the lists: a text and an account; and the file of what is shown. */
export function Filters({ find }: { find: RefObject<HTMLInputElement | null> }) {
  const { view, hrefOf } = useReady();
  const { accountId } = view.url;
  return (
    <div className={styles.filters}>
      <Search key={view.url.text} find={find} />
      {accountId && (
        <span className={styles.chip}>
          <span>
            {view.account?.name ?? 'Account'} <small>{accountId}</small>
          </span>
          <Link
            href={hrefOf({ accountId: null })}
            prefetch={false}
            aria-label="All accounts"
            data-tip="All accounts"
          >
            <IconX size={14} stroke={1.75} aria-hidden="true" />
          </Link>
        </span>
      )}
      <FileMenu />
    </div>
  );
}

function Search({ find }: { find: RefObject<HTMLInputElement | null> }) {
  const { view, go } = useReady();
  const [text, setText] = useState(view.url.text ?? '');
  return (
    <search className={styles.search}>
      <form
        className={control.input}
        onSubmit={(event) => {
          event.preventDefault();
          go({ text: text.trim() === '' ? null : text.trim() });
        }}
      >
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <input
          ref={find}
          name="find"
          value={text}
          maxLength={200}
          placeholder="Number, account, request or name"
          aria-label="Find numbers"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {view.url.text !== null && (
          <IconButton name="Show all again" onClick={() => go({ text: null })}>
            <IconX size={14} stroke={1.75} aria-hidden="true" />
          </IconButton>
        )}
      </form>
    </search>
  );
}

/** The file of the list, for whatever sets up users and devices. */
function FileMenu() {
  const { view } = useReady();
  const { shown } = view.url;
  if (shown !== 'ready' && shown !== 'assigned') return null;
  const { accountId, text, partner } = view.url;
  const hrefOf = (format: 'csv' | 'xlsx') => fileUrl({ of: shown, format, accountId, text, partner });
  return (
    <div className={styles.file}>
      <MenuButton
        className={control.button}
        position="bottom-end"
        width={232}
        items={
          <>
            <Menu.Label>
              {shown === 'ready' ? 'Numbers ready to assign' : 'Assigned numbers'}, as filtered
            </Menu.Label>
            <Menu.Item component="a" href={hrefOf('csv')} download>
              CSV for Excel
            </Menu.Item>
            <Menu.Item component="a" href={hrefOf('xlsx')} download>
              Excel
            </Menu.Item>
          </>
        }
      >
        <IconDownload size={16} stroke={1.75} aria-hidden="true" />
        File for provisioning
        <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
      </MenuButton>
    </div>
  );
}
