'use client';

import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import control from '#ui/control.module.css';
import styles from './main-navigation.module.css';
import { isBelow, type NavigationPlace } from './navigation.ts';

const MENU_STYLES = { dropdown: control.pop, item: control.option, label: control.caption };

/** The places of the top bar from 641 px on; the phone has a menu of its own. */
export function MainNavigation({ places }: { places: readonly NavigationPlace[] }) {
  const path = usePathname();
  return (
    <nav className={styles.nav} aria-label="Main">
      {places.map((place) => (
        <Place key={place.href} place={place} path={path} />
      ))}
    </nav>
  );
}

function Place({ place, path }: { place: NavigationPlace; path: string }) {
  const current = isBelow(path, place.href);
  if (!place.groups) {
    return (
      <Link className={styles.place} href={place.href} aria-current={current ? 'page' : undefined}>
        {place.label}
      </Link>
    );
  }
  return (
    <Menu position="bottom-start" menuItemTabIndex={0} classNames={MENU_STYLES}>
      <Menu.Target>
        <button type="button" className={styles.place} data-current={current || undefined}>
          {place.label}
          <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {place.groups.map((group) => (
          <Fragment key={group.href}>
            <Menu.Label>{group.label}</Menu.Label>
            {group.links.map((link) => (
              <Menu.Item
                key={link.href}
                component={Link}
                href={link.href}
                aria-current={isBelow(path, link.href) ? 'page' : undefined}
              >
                {link.label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
