'use client';

import { Menu } from '@mantine/core';
import {
  IconBraces,
  IconCode,
  IconFileTypeCsv,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileTypeXls,
} from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { FORMAT_NAMES, FORMATS, type FormatName } from '#documents/formats.ts';
import control from '#ui/control.module.css';
import { useReport } from '../use-report.tsx';
import { betterWords, expectationWords } from './expectations.ts';
import styles from './export-items.module.css';
import { useExports } from './use-exports.tsx';

const ICONS: Record<FormatName, typeof IconCode> = {
  docx: IconFileTypeDocx,
  xlsx: IconFileTypeXls,
  pdf: IconFileTypePdf,
  csv: IconFileTypeCsv,
  'csv-strict': IconFileTypeCsv,
  ndjson: IconBraces,
  xml: IconCode,
};

/** One menu item for each kind of file: what it will be like, and where another serves better. */
export function ExportItems() {
  const { view } = useReport();
  const { columns, hrefOf, start } = useExports();
  return FORMAT_NAMES.map((format) => {
    const Icon = ICONS[format];
    const better = betterWords(format, view.total, columns);
    return (
      <Menu.Item
        key={format}
        component="a"
        href={hrefOf(format)}
        download
        onClick={(event: MouseEvent) => {
          event.preventDefault();
          start(format);
        }}
        classNames={{ item: control.option }}
        leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
        rightSection={<span className={control.end}>.{FORMATS[format].extension}</span>}
      >
        {FORMATS[format].label}
        <small className={styles.expected}>{expectationWords(format, view.total, columns)}</small>
        {better && <small className={styles.expected}>{better}</small>}
      </Menu.Item>
    );
  });
}
