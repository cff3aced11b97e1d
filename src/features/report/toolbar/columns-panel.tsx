'use client';

import { Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useRef } from 'react';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { Panel } from '#ui/panel.tsx';
import type { SheetColumns } from '../sheet/use-columns.ts';
import { ColumnList } from './column-list.tsx';
import styles from './toolbar.module.css';

type ColumnsPanelProps = { columns: SheetColumns; opened: boolean; onOpened: (opened: boolean) => void };

/** Show, hide, reorder and pin columns; what is chosen applies at once and is remembered. */
export function ColumnsPanel({ columns, opened, onOpened }: ColumnsPanelProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`${control.button} ${control.subtle} ${control.small} ${styles.tool}`}
        aria-label="Columns"
        aria-haspopup="dialog"
        aria-expanded={opened}
        data-tip="Choose columns"
        data-tip-key="C"
        onClick={() => onOpened(!opened)}
      >
        <IconColumns3 size={16} stroke={1.75} aria-hidden="true" />
        <span className={styles.label}>Columns</span>
      </button>
      <AfterHydration>
        <Popover
          opened={opened}
          onChange={onOpened}
          position="bottom-end"
          trapFocus
          returnFocus
          withRoles={false}
          classNames={{ dropdown: control.pop }}
        >
          <Popover.Target>
            <Anchor at={button} />
          </Popover.Target>
          <Popover.Dropdown w={412} maw="calc(100vw - 16px)" role="dialog" aria-label="Columns">
            <h2 className={styles.panelTitle}>Columns</h2>
            <ColumnList columns={columns} />
          </Popover.Dropdown>
        </Popover>
      </AfterHydration>
    </>
  );
}

/** The same from below, where there is no room beside a button. */
export function ColumnsSheet({ columns, opened, onOpened }: ColumnsPanelProps) {
  return (
    <Panel opened={opened} onClose={() => onOpened(false)} from="below" title="Columns">
      <ColumnList columns={columns} />
    </Panel>
  );
}
