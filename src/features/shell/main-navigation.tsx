'use client';

import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import { Link } from '#ui/link.tsx';
import { MenuButton } from '#ui/menu-button.tsx';
import { Badge } from './badge.tsx';
import styles from './main-navigation.module.css';
import { isBelow, type NavigationPlace, placeOf } from './navigation.ts';

/** The places of the top bar from 641 px on; the phone has a menu of its own. */
export function MainNavigation({ places }: { places: readonly NavigationPlace[] }) {
  const path = usePathname();
  const current = placeOf(path, places);
  return (
    <nav className={styles.nav} aria-label="Main">
      {places.map((place) => (
        <Place key={place.href} place={place} path={path} current={place === current} />
      ))}
    </nav>
  );
}

function Place({ place, path, current }: { place: NavigationPlace; path: string; current: boolean }) {
  if (!place.groups) {
    return (
      <Link className={styles.place} href={place.href} aria-current={current ? 'page' : undefined}>
        {place.label}
        <Badge count={place.badge} />
      </Link>
    );
  }
  return (
    <MenuButton
      className={styles.place}
      data-current={current || undefined}
      position="bottom-start"
      tabbable
      items={place.groups.map((group) => (
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
    >
      {place.label}
      <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
    </MenuButton>
  );
}
