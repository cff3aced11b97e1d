'use client';

import { IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import control from '#ui/control.module.css';
import { useQueue } from '../use-queue.tsx';
import styles from './filters.module.css';

/** Searches by number, request, case, order, company: Enter searches, Escape clears. */
export function SearchBox({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const { view, go } = useQueue();
  const searched = view.request.filter.text ?? '';
  const [seen, setSeen] = useState(searched);
  const [text, setText] = useState(searched);
  // What is typed here follows the address when that moves.
  if (seen !== searched) {
    setSeen(searched);
    setText(searched);
  }
  const search = (typed: string) => {
    setText(typed);
    if (typed.trim() !== searched) go({ text: typed.trim() || null });
  };
  return (
    <search className={styles.search}>
      <form
        className={control.input}
        onSubmit={(event) => {
          event.preventDefault();
          search(text);
        }}
      >
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <input
          ref={box}
          value={text}
          aria-label="Search orders"
          aria-description="Phone numbers by six digits or more, requests, cases and orders but for their last three, companies by any part"
          placeholder="Case, request, number or company"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return;
            event.preventDefault();
            search('');
          }}
        />
        {text === '' ? (
          <kbd className={styles.key}>/</kbd>
        ) : (
          <button
            type="button"
            className={styles.clear}
            aria-label="Clear search"
            data-tip="Clear"
            onClick={() => search('')}
          >
            <IconX size={14} stroke={2} aria-hidden="true" />
          </button>
        )}
      </form>
    </search>
  );
}
