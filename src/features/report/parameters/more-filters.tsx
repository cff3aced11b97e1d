'use client';

import { Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useRef } from 'react';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { moreFiltersInUse } from '../words.ts';
import { MoreFields } from './more-fields.tsx';
import styles from './parameters.module.css';
import { type Draft, filtersOf, NO_MORE } from './use-draft.ts';

type MoreFiltersProps = {
  draft: Draft;
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onChange: (change: Partial<Draft>) => void;
};

/** The filters that are seldom needed, behind a button that says how many of them are in use. */
export function MoreFilters({ draft, opened, onOpened, onChange }: MoreFiltersProps) {
  const inUse = moreFiltersInUse(filtersOf(draft, null));
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={control.button}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => onOpened(!opened)}
      >
        <IconAdjustmentsHorizontal size={16} stroke={1.75} aria-hidden="true" />
        More filters
        {inUse > 0 && (
          <span className={control.count}>
            {inUse}
            <span className="pp-vh"> in use</span>
          </span>
        )}
      </button>
      <AfterHydration>
        <Popover
          opened={opened}
          onChange={onOpened}
          position="bottom-start"
          withinPortal={false}
          withRoles={false}
          trapFocus
          returnFocus
          classNames={{ dropdown: `${control.pop} ${styles.pop}` }}
        >
          <Popover.Target>
            <Anchor at={button} />
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-label="More filters">
            <MoreFields draft={draft} onChange={onChange} />
            <div className={styles.popFoot}>
              <button
                type="button"
                className={`${control.button} ${control.subtle}`}
                onClick={() => onChange(NO_MORE)}
              >
                Clear these
              </button>
              <button type="submit" className={control.button}>
                View Report
              </button>
            </div>
          </Popover.Dropdown>
        </Popover>
      </AfterHydration>
    </>
  );
}
