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
import { type RefObject, useState } from 'react';
import { FORMAT_NAMES, FORMATS, type FormatName } from '#documents/formats.ts';
import { COLUMN_KEYS } from '#domain/columns.ts';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { exportUrl } from '../exports/export-url.ts';
import { useReport } from '../use-report.tsx';
import { counted } from '../words.ts';
import styles from './toolbar.module.css';

const ICONS: Partial<Record<FormatName, typeof IconFileText>> = {
  docx: IconFileTypeDocx,
  xlsx: IconFileTypeXls,
  pdf: IconFileTypePdf,
  csv: IconFileTypeCsv,
  'csv-strict': IconFileTypeCsv,
};

/** All rows of the chosen parameters as a file. */
export function ExportMenu({ button }: { button: RefObject<HTMLButtonElement | null> }) {
  const { view } = useReport();
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
          classNames={{ dropdown: control.pop }}
        >
          <Menu.Target>
            <Anchor at={button} />
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
      </AfterHydration>
    </>
  );
}

/** One menu item for each kind of file. */
export function ExportItems() {
  const { view } = useReport();
  return FORMAT_NAMES.map((format) => {
    const { label, extension } = FORMATS[format];
    const Icon = ICONS[format] ?? IconFileText;
    return (
      <Menu.Item
        key={format}
        component="a"
        href={exportUrl(view.url, { format, columns: COLUMN_KEYS })}
        download
        classNames={{ item: control.option }}
        leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
        rightSection={<span className={control.end}>.{extension}</span>}
      >
        {label}
      </Menu.Item>
    );
  });
}
