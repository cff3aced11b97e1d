'use client';

import { Menu } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { useReport } from '../use-report.tsx';
import { betterWords, expectationWords } from './expectations.ts';
import styles from './export-items.module.css';
import { useExports } from './use-exports.tsx';

/** Print: this page as the browser does it, or all rows as a PDF in a tab of its own. */
export function PrintMenu({ className, labelClass }: { className: string; labelClass: string | undefined }) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        id="print-button"
        type="button"
        className={className}
        aria-label="Print"
        aria-haspopup="menu"
        aria-expanded={opened}
        data-tip="Print this page or all rows"
        data-tip-key="P"
        onClick={() => setOpened(!opened)}
      >
        <IconPrinter size={16} stroke={1.75} aria-hidden="true" />
        <span className={labelClass}>Print</span>
      </button>
      <AfterHydration>
        <Menu
          id="print-button"
          opened={opened}
          onChange={setOpened}
          position="bottom-end"
          withinPortal={false}
          classNames={{ dropdown: control.pop }}
        >
          <Menu.Target>
            <Anchor at={button} />
          </Menu.Target>
          <Menu.Dropdown w={320}>
            <PrintItems />
          </Menu.Dropdown>
        </Menu>
      </AfterHydration>
    </>
  );
}

/** The two ways to print, as menu items. */
export function PrintItems() {
  const { view } = useReport();
  const { columns, printAll } = useExports();
  const better = betterWords('pdf', view.total, columns);
  return (
    <>
      <Menu.Item
        classNames={{ item: control.option }}
        leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        This page
      </Menu.Item>
      <Menu.Item
        classNames={{ item: control.option }}
        leftSection={<IconFileTypePdf size={16} stroke={1.75} aria-hidden="true" />}
        onClick={printAll}
      >
        All rows (PDF)
        <small className={styles.expected}>{expectationWords('pdf', view.total, columns)}</small>
        {better && <small className={styles.expected}>{better}</small>}
      </Menu.Item>
    </>
  );
}
