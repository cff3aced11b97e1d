'use client';

import { Menu } from '@mantine/core';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import control from '#ui/control.module.css';
import { leave } from './leave.ts';
import styles from './user-menu.module.css';

const MENU_STYLES = {
  itemSection: styles.icon,
  dropdown: control.pop,
  item: control.option,
  label: control.caption,
  divider: control.rule,
};

/** Who is signed in, for whom, and the way out. */
export function UserMenu({ name, affiliation }: { name: string; affiliation: string }) {
  return (
    <Menu position="bottom-end" width={232} classNames={MENU_STYLES}>
      <Menu.Target>
        <button type="button" className={styles.user} aria-label={`${name}, ${affiliation}`}>
          <span className={styles.avatar} aria-hidden="true">
            {initials(name)}
          </span>
          <span className={styles.names}>
            <b>{name}</b>
            <span>{affiliation}</span>
          </span>
          <IconChevronDown className={styles.chevron} size={14} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.phoneNames} role="presentation">
          <b>{name}</b>
          <span>{affiliation}</span>
        </div>
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => void leave()}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('');
}
