'use client';

import { Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconLink, IconLogout } from '@tabler/icons-react';
import { Link } from '#ui/link.tsx';
import { MenuButton } from '#ui/menu-button.tsx';
import { leave } from './leave.ts';
import styles from './user-menu.module.css';

type UserMenuProps = {
  name: string;
  affiliation: string /** Where the receipts of exports are. */;
  exports: string | null;
  /** Where links for end users are. */
  links: string | null;
};

/** Who is signed in, for whom, what is theirs, and the way out. */
export function UserMenu({ name, affiliation, exports, links }: UserMenuProps) {
  return (
    <MenuButton
      className={styles.user}
      position="bottom-end"
      width={232}
      items={
        <>
          <Menu.Label className={styles.phoneNames}>
            <b>{name}</b>
            <span>{affiliation}</span>
          </Menu.Label>
          {exports && (
            <Menu.Item
              component={Link}
              href={exports}
              leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
            >
              Exports
            </Menu.Item>
          )}
          {links && (
            <Menu.Item
              component={Link}
              href={links}
              leftSection={<IconLink size={16} stroke={1.75} aria-hidden="true" />}
            >
              Links for end users
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconLogout size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => void leave()}
          >
            Sign out
          </Menu.Item>
        </>
      }
    >
      <span className={styles.avatar} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={styles.names}>
        <b>{name}</b>
        <span>{affiliation}</span>
      </span>
      <IconChevronDown className={styles.chevron} size={14} stroke={1.75} aria-hidden="true" />
    </MenuButton>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('');
}
