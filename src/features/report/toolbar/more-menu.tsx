'use client';

import { Menu } from '@mantine/core';
import { IconColumns3, IconDots, IconList, IconRefresh, IconTable } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { ExportItems } from '../exports/export-items.tsx';
import { PrintItems } from '../exports/print-menu.tsx';
import { useReport } from '../use-report.tsx';

import styles from './toolbar.module.css';

type MoreMenuProps = { list: boolean; onList: (list: boolean) => void; onColumns: () => void };

/** On a phone: what has no room in the toolbar. */
export function MoreMenu({ list, onList, onColumns }: MoreMenuProps) {
  const { refresh } = useReport();
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className={styles.more}>
      <IconButton
        ref={button}
        id="more-button"
        name="More: refresh, export, print, table"
        aria-haspopup="menu"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        <IconDots size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
      <AfterHydration>
        <Menu
          id="more-button"
          opened={opened}
          onChange={setOpened}
          position="bottom-end"
          withinPortal={false}
          classNames={{ dropdown: control.pop }}
        >
          <Menu.Target>
            <Anchor at={button} />
          </Menu.Target>
          <Menu.Dropdown w={320} mah="70vh" style={{ overflowY: 'auto' }}>
            <Item icon={<IconRefresh size={16} stroke={1.75} />} onClick={refresh}>
              Refresh
            </Item>
            <Menu.Divider className={control.rule} />
            <Menu.Label className={control.caption}>Export all rows</Menu.Label>
            <ExportItems />
            <Menu.Divider className={control.rule} />
            <Menu.Label className={control.caption}>Print</Menu.Label>
            <PrintItems />
            <Menu.Divider className={control.rule} />
            {list ? (
              <Item icon={<IconTable size={16} stroke={1.75} />} onClick={() => onList(false)}>
                Show as table
              </Item>
            ) : (
              <>
                <Item icon={<IconList size={16} stroke={1.75} />} onClick={() => onList(true)}>
                  Show as list
                </Item>
                <Item icon={<IconColumns3 size={16} stroke={1.75} />} onClick={onColumns}>
                  Columns
                </Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </AfterHydration>
    </div>
  );
}

function Item({ icon, onClick, children }: { icon: ReactNode; onClick: () => void; children: string }) {
  return (
    <Menu.Item classNames={{ item: control.option }} leftSection={icon} onClick={onClick}>
      {children}
    </Menu.Item>
  );
}
