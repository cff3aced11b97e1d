'use client';

import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import control from '#ui/control.module.css';
import { useQueue } from '../use-queue.tsx';
import { FilterButton } from './filter-button.tsx';
import styles from './filters.module.css';

/** Whose orders: one partner's or all. Another partner has other accounts, so the account is left behind. */
export function PartnerFilter() {
  const { view, asked } = useQueue();
  const chosen = view.partners.find(({ slug }) => slug === asked.filter.partner);
  return (
    <FilterButton name="Partner" chosen={chosen?.name} width={280}>
      {(close) => <Choices close={close} />}
    </FilterButton>
  );
}

function Choices({ close }: { close: () => void }) {
  const { view, asked, go } = useQueue();
  const [text, setText] = useState('');
  const needle = text.trim().toLowerCase();
  const found = view.partners.filter(({ name, slug }) => `${name} ${slug}`.toLowerCase().includes(needle));
  const choose = (partner: string | null) => {
    go({ partner, accountId: null });
    close();
  };
  return (
    <>
      <div className={`${control.input} ${styles.narrow}`}>
        <IconSearch size={14} stroke={1.75} aria-hidden="true" />
        <input
          data-autofocus
          value={text}
          aria-label="Find a partner"
          placeholder="Find a partner"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !found[0]) return;
            event.preventDefault();
            choose(found[0].slug);
          }}
        />
      </div>
      <div className={styles.choices}>
        {needle === '' && (
          <Choice name="All partners" on={asked.filter.partner === null} onChoose={() => choose(null)} />
        )}
        {found.map(({ slug, name }) => (
          <Choice key={slug} name={name} on={slug === asked.filter.partner} onChoose={() => choose(slug)} />
        ))}
        {found.length === 0 && <p className={control.caption}>No partner is called so.</p>}
      </div>
    </>
  );
}

function Choice({ name, on, onChoose }: { name: string; on: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={control.option} aria-pressed={on} onClick={onChoose}>
      {name}
      {on && (
        <span className={control.end}>
          <IconCheck size={14} stroke={2} aria-hidden="true" />
        </span>
      )}
    </button>
  );
}
