'use client';

import { Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import styles from './filters.module.css';

type FilterButtonProps = {
  /** What it filters by: the button's word and the panel's name. */
  name: string;
  /** What is chosen, in place of the name. */
  chosen?: string | null;
  /** How many are chosen. */
  count?: number;
  width?: number;
  children: (close: () => void) => ReactNode;
};

/** A button that opens a panel of choices and says what is chosen. */
export function FilterButton({ name, chosen, count = 0, width, children }: FilterButtonProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`${control.button} ${styles.filter}`}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {chosen && <span className="pp-vh">{name}: </span>}
        <span className={styles.word}>{chosen ?? name}</span>
        {count > 0 && (
          <span className={control.count}>
            {count}
            <span className="pp-vh"> chosen</span>
          </span>
        )}
        <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
      </button>
      <AfterHydration>
        <Popover
          opened={opened}
          onChange={setOpened}
          position="bottom-start"
          width={width}
          withinPortal={false}
          withRoles={false}
          trapFocus
          returnFocus
          classNames={{ dropdown: `${control.pop} ${styles.pop}` }}
        >
          <Popover.Target>
            <Anchor at={button} />
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-label={name}>
            {children(() => setOpened(false))}
          </Popover.Dropdown>
        </Popover>
      </AfterHydration>
    </>
  );
}
