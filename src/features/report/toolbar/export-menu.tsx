'use client';

import { Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconFileTypeCsv } from '@tabler/icons-react';
import type { RefObject } from 'react';
import control from '#ui/control.module.css';
import { exportUrl } from '../url.ts';
import { useReport } from '../use-report.tsx';
import { counted } from '../words.ts';
import styles from './toolbar.module.css';

/** The kinds of file that the export route makes, in the order in which they are offered. */
const FORMATS = [{ format: 'csv', label: 'CSV', ending: '.csv', Icon: IconFileTypeCsv }] as const;

/** All rows of the chosen parameters as a file. */
export function ExportMenu({ button }: { button: RefObject<HTMLButtonElement | null> }) {
  const { view } = useReport();
  return (
    <Menu position="bottom-end" withinPortal={false} classNames={{ dropdown: control.pop }}>
      <Menu.Target>
        <button
          ref={button}
          type="button"
          className={`${control.button} ${control.subtle} ${control.small} ${styles.tool}`}
          aria-label="Export"
          data-tip="Export all rows"
          data-tip-key="E"
        >
          <IconDownload size={16} stroke={1.75} aria-hidden="true" />
          <span className={styles.label}>Export</span>
          <IconChevronDown className={styles.label} size={14} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown w={264}>
        <Menu.Label className={control.caption}>
          {view.total === 0 ? 'No rows to export' : `All ${counted(view.total, 'row')}, 19 columns`}
        </Menu.Label>
        <ExportItems />
        <Menu.Divider className={control.rule} />
        <Menu.Label className={control.caption}>
          Every file states who made it, when and with which parameters.
        </Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}

/** One menu item for each kind of file. */
export function ExportItems() {
  const { view } = useReport();
  return FORMATS.map(({ format, label, ending, Icon }) => (
    <Menu.Item
      key={format}
      component="a"
      href={exportUrl(view.url, format)}
      download
      classNames={{ item: control.option }}
      leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
      rightSection={<span className={control.end}>{ending}</span>}
    >
      {label}
    </Menu.Item>
  ));
}
