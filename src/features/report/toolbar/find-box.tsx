'use client';

import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { count } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { useReport } from '../use-report.tsx';
import styles from './toolbar.module.css';

/** Find over all pages: Enter goes to the next match, Shift+Enter to the one before, Escape clears. */
export function FindBox({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const { view, go } = useReport();
  const { find } = view.url.request;
  const [text, setText] = useTextOf(find ?? '');
  const searched = find !== null && text.trim() === find;
  const found = searched ? view.found : null;

  const step = (forward: boolean) => {
    if (text.trim() === '') return clear();
    if (!searched) return go({ find: text.trim(), match: 1 });
    if (!found || found.total === 0) return;
    go({ match: nextMatch(found, forward) });
  };
  const clear = () => {
    setText('');
    if (find) go({ find: null, page: view.url.request.page });
  };

  return (
    <search className={`${styles.group} ${styles.find}`}>
      <div className={`${control.input} ${styles.findInput}`}>
        <IconSearch size={14} stroke={1.75} aria-hidden="true" />
        <input
          ref={box}
          value={text}
          placeholder="Find"
          aria-label="Find in report"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(!event.shiftKey);
            else if (event.key === 'Escape' && text !== '') clear();
            else return;
            event.preventDefault();
          }}
        />
        <output aria-live="polite">{found ? findWords(found) : text.trim() !== '' ? 'Enter' : ''}</output>
        {text !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label="Clear find"
            data-tip="Clear"
            onClick={clear}
          >
            <IconX size={12} stroke={2} aria-hidden="true" />
          </button>
        )}
      </div>
      <IconButton name="Previous match" shortcut="Shift Enter" onClick={() => step(false)}>
        <IconChevronUp size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton name="Next match" shortcut="Enter" onClick={() => step(true)}>
        <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
    </search>
  );
}

type FoundNow = { total: number; before: number; current: number | null };

/** The match to go to, round the ends; from a page without a current match, the nearest one in that direction. */
function nextMatch({ total, before, current }: FoundNow, forward: boolean): number {
  const next = current === null ? before + (forward ? 1 : 0) : current + (forward ? 1 : -1);
  return next > total ? 1 : next < 1 ? total : next;
}

function findWords({ total, current }: FoundNow): string {
  if (total === 0) return 'No match';
  return current === null ? `${count(total)} found` : `${count(current)} of ${count(total)}`;
}

/** A text that is typed here and follows the address when that moves. */
function useTextOf(find: string): [string, (text: string) => void] {
  const [seen, setSeen] = useState(find);
  const [text, setText] = useState(find);
  if (seen !== find) {
    setSeen(find);
    setText(find);
  }
  return [text, setText];
}
