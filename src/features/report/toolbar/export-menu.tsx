'use client';

import { Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { counted } from '#domain/counted.ts';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { ExportItems } from '../exports/export-items.tsx';
import { useExports } from '../exports/use-exports.tsx';
import { useReport } from '../use-report.tsx';
import styles from './toolbar.module.css';

/** All rows of the chosen parameters as a file. */
export function ExportMenu({ button }: { button: RefObject<HTMLButtonElement | null> }) {
  const { view } = useReport();
  const { columns } = useExports();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        ref={button}
        id="export-button"
        type="button"
        className={`${control.button} ${control.subtle} ${control.small} ${styles.tool}`}
        aria-label="Export"
        aria-haspopup="menu"
        aria-expanded={opened}
        data-tip="Export all rows"
        data-tip-key="E"
        onClick={() => setOpened(!opened)}
      >
        <IconDownload size={16} stroke={1.75} aria-hidden="true" />
        <span className={styles.label}>Export</span>
        <IconChevronDown className={styles.label} size={14} stroke={1.75} aria-hidden="true" />
      </button>
      <AfterHydration>
        <Menu
          id="export-button"
          opened={opened}
          onChange={setOpened}
          position="bottom-end"
          withinPortal={false}
          classNames={{ dropdown: control.pop }}
        >
          <Menu.Target>
            <Anchor at={button} />
          </Menu.Target>
          <Menu.Dropdown w={400} maw="calc(100vw - 2 * var(--pp-s2))">
            <Menu.Label className={control.caption}>
              {view.total === 0
                ? 'No rows to export'
                : `All ${counted(view.total, 'row')}, ${counted(columns.length, 'column')}`}
            </Menu.Label>
            <ExportItems />
            <Menu.Divider className={control.rule} />
            <Menu.Label className={control.caption}>
              Every file states who made it, when and with which parameters.
            </Menu.Label>
          </Menu.Dropdown>
        </Menu>
      </AfterHydration>
    </>
  );
}
