'use client';

import {
  IconChevronLeft,
  IconChevronLeftPipe,
  IconChevronRight,
  IconChevronRightPipe,
} from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { count } from '#domain/counted.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useReport } from '../use-report.tsx';
import styles from './toolbar.module.css';

/** First, previous, a box to type a page into, next, last. Beyond the end goes to the end. */
export function Pager({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const { view, go } = useReport();
  const { page } = view.url.request;
  const last = view.pages;
  const atStart = page <= 1 && 'This is the first page';
  const atEnd = page >= last && 'This is the last page';
  return (
    <div className={`${styles.group} ${styles.pager}`}>
      <IconButton name="First page" idle={atStart} onClick={() => go({ page: 1 })}>
        <IconChevronLeftPipe size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton name="Previous page" shortcut="[" idle={atStart} onClick={() => go({ page: page - 1 })}>
        <IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
      <PageBox key={page} box={box} page={page} last={last} onPage={(next) => go({ page: next })} />
      <span className={styles.of}>of {count(last)}</span>
      <IconButton name="Next page" shortcut="]" idle={atEnd} onClick={() => go({ page: page + 1 })}>
        <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton name="Last page" idle={atEnd} onClick={() => go({ page: last })}>
        <IconChevronRightPipe size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

type PageBoxProps = {
  box: RefObject<HTMLInputElement | null>;
  page: number;
  last: number;
  onPage: (page: number) => void;
};

function PageBox({ box, page, last, onPage }: PageBoxProps) {
  const [text, setText] = useState(String(page));
  const number = /^\s*\d+\s*$/.test(text) ? Math.max(1, Math.min(last, Number(text))) : null;
  const submit = () => {
    if (number === null) return;
    setText(String(number));
    if (number !== page) onPage(number);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <input
        ref={box}
        className={styles.page}
        value={text}
        inputMode="numeric"
        enterKeyHint="go"
        autoComplete="off"
        aria-label={`Page, of ${count(last)}`}
        aria-invalid={number === null || undefined}
        data-tip={number === null ? `Type a page from 1 to ${count(last)}` : 'Go to a page'}
        data-tip-key={number === null ? undefined : 'G'}
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setText(String(page))}
        onKeyDown={(event) => event.key === 'Escape' && setText(String(page))}
      />
    </form>
  );
}
