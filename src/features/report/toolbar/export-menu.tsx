'use client';

import { Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconFileText,
  IconFileTypeCsv,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileTypeXls,
} from '@tabler/icons-react';
import type { RefObject } from 'react';
import control from '#ui/control.module.css';
import { exportUrl } from '../url.ts';
import { useReport } from '../use-report.tsx';
import { counted } from '../words.ts';
import styles from './toolbar.module.css';

/** How the kinds of file are called; one that is not listed here goes by its ending. */
const KINDS: Record<string, { label: string; Icon: typeof IconFileText }> = {
  docx: { label: 'Word', Icon: IconFileTypeDocx },
  xlsx: { label: 'Excel', Icon: IconFileTypeXls },
  pdf: { label: 'PDF', Icon: IconFileTypePdf },
  csv: { label: 'CSV', Icon: IconFileTypeCsv },
};

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
  return view.formats.map((format) => {
    const { label, Icon } = KINDS[format] ?? { label: format.toUpperCase(), Icon: IconFileText };
    return (
      <Menu.Item
        key={format}
        component="a"
        href={exportUrl(view.url, format)}
        download
        classNames={{ item: control.option }}
        leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
        rightSection={<span className={control.end}>.{format}</span>}
      >
        {label}
      </Menu.Item>
    );
  });
}
