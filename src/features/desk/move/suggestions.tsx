'use client';

import { Popover } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import styles from './move.module.css';

type SuggestionsProps = {
  /** The field that they belong to, in which the focus stays. */
  box: RefObject<HTMLElement | null>;
  id: string;
  label: string;
  opened: boolean;
  /** The place of the one that the arrow keys stand on; -1 for none. */
  active: number;
  children: ReactNode;
};

/**
 * What a field suggests, over what follows: nothing moves when it opens or closes, so that a press on what stands below
 * meets it. Fixed, because panels that scroll would cut it.
 */
export function Suggestions({ box, id, label, opened, active, children }: SuggestionsProps) {
  useEffect(() => {
    if (opened && active >= 0)
      document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, opened, active]);
  return (
    <AfterHydration>
      <Popover
        opened={opened}
        position="bottom-start"
        width="target"
        offset={4}
        withinPortal={false}
        floatingStrategy="fixed"
        withRoles={false}
        classNames={{ dropdown: control.pop }}
      >
        <Popover.Target>
          <Anchor at={box} />
        </Popover.Target>
        <Popover.Dropdown onMouseDown={(event) => event.preventDefault()}>
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            tabIndex={-1}
            className={styles.suggestions}
          >
            {children}
          </div>
        </Popover.Dropdown>
      </Popover>
    </AfterHydration>
  );
}

type SuggestionProps = {
  id: string;
  place: number;
  active: number;
  selected: boolean;
  onChoose: () => void;
  children: ReactNode;
};

/** One of them; the keyboard reaches it through the field, which names the active one. */
export function Suggestion({ id, place, active, selected, onChoose, children }: SuggestionProps) {
  return (
    <button
      id={`${id}-${place}`}
      type="button"
      className={control.option}
      data-hovered={place === active ? '' : undefined}
      {...asOption(selected)}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}

function asOption(selected: boolean) {
  return { role: 'option', 'aria-selected': selected, tabIndex: -1 } as const;
}
