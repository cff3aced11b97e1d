'use client';

import { IconRefresh } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { PrintMenu } from '../exports/print-menu.tsx';
import type { SheetColumns } from '../sheet/use-columns.ts';
import { useReport } from '../use-report.tsx';
import { ColumnsPanel, ColumnsSheet } from './columns-panel.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FindBox } from './find-box.tsx';
import { MoreMenu } from './more-menu.tsx';
import { Pager } from './pager.tsx';
import styles from './toolbar.module.css';
import { ZoomControl } from './zoom-control.tsx';

export type ToolbarRefs = {
  page: RefObject<HTMLInputElement | null>;
  find: RefObject<HTMLInputElement | null>;
  exports: RefObject<HTMLButtonElement | null>;
};

type ToolbarProps = {
  refs: ToolbarRefs;
  columns: SheetColumns;
  narrow: boolean;
  choosing: boolean;
  onChoosing: (choosing: boolean) => void;
  list: boolean;
  onList: (list: boolean) => void;
};

/** The tools of the report viewer, in the order in which people know them. */
export function Toolbar({ refs, columns, narrow, choosing, onChoosing, list, onList }: ToolbarProps) {
  const { pending, refresh } = useReport();
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Report viewer" onKeyDown={arrowKeys}>
      <Pager box={refs.page} />
      <div className={`${styles.group} ${styles.refresh}`}>
        <IconButton
          name="Refresh"
          shortcut="R"
          idle={pending === 'refresh' && 'Refreshing'}
          onClick={refresh}
        >
          <IconRefresh size={16} stroke={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      <ZoomControl />
      <FindBox box={refs.find} />
      <div className={`${styles.group} ${styles.end}`}>
        <ExportMenu button={refs.exports} />
        <PrintMenu
          className={`${control.button} ${control.subtle} ${control.small} ${styles.tool}`}
          labelClass={styles.label}
        />
        {!narrow && <ColumnsPanel columns={columns} opened={choosing} onOpened={onChoosing} />}
      </div>
      <MoreMenu list={list} onList={onList} onColumns={() => onChoosing(true)} />
      {narrow && <ColumnsSheet columns={columns} opened={choosing} onOpened={onChoosing} />}
    </div>
  );
}

/** Left and right go from tool to tool, as in any toolbar; inside a field they stay with its text. */
function arrowKeys(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target;
  if (!(from instanceof HTMLButtonElement) || from.closest('[role="menu"], [role="dialog"]')) return;
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')].filter(
    (tool) => tool.offsetParent !== null && !tool.closest('[role="menu"], [role="dialog"]'),
  );
  const next = tools[(tools.indexOf(from) + step + tools.length) % tools.length];
  next?.focus();
  event.preventDefault();
}
