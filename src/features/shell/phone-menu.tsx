'use client';

import { Drawer } from '@mantine/core';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { AfterHydration } from '#ui/anchor.tsx';
import { Brand } from '#ui/brand.tsx';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { Link } from '#ui/link.tsx';
import { Badge } from './badge.tsx';
import { type NavigationLink, type NavigationPlace, placeOf } from './navigation.ts';
import styles from './phone-menu.module.css';

/** The links of the top bar on a phone: the same ones, in a drawer. */
export function PhoneMenu({ places }: { places: readonly NavigationPlace[] }) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const links = places.flatMap((place) => place.groups?.flatMap((group) => group.links) ?? [place]);
  const current = placeOf(usePathname(), links)?.href ?? null;
  return (
    <div className={styles.phone}>
      <IconButton name="Menu" aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened(true)}>
        <IconMenu2 size={18} stroke={1.75} aria-hidden="true" />
      </IconButton>
      <AfterHydration>
        <Drawer.Root
          opened={opened}
          onClose={close}
          size={300}
          lockScroll={false}
          classNames={{ content: styles.drawer, overlay: styles.overlay }}
        >
          <Drawer.Overlay />
          <Drawer.Content aria-label="Menu">
            <div className={styles.head}>
              <Brand />
              <IconButton name="Close menu" onClick={close}>
                <IconX size={18} stroke={1.75} aria-hidden="true" />
              </IconButton>
            </div>
            <nav aria-label="Main">
              {places.map((place) => (
                <Place key={place.href} place={place} current={current} onFollow={close} />
              ))}
            </nav>
          </Drawer.Content>
        </Drawer.Root>
      </AfterHydration>
    </div>
  );
}

type Following = { current: string | null; onFollow: () => void };

function Place({ place, ...following }: { place: NavigationPlace } & Following) {
  if (!place.groups) return <PhoneLink link={place} {...following} />;
  return (
    <section>
      <h2 className={styles.place}>{place.label}</h2>
      {place.groups.map((group) => (
        <div key={group.href}>
          <p className={control.caption}>{group.label}</p>
          {group.links.map((link) => (
            <PhoneLink key={link.href} link={link} {...following} />
          ))}
        </div>
      ))}
    </section>
  );
}

function PhoneLink({ link, current, onFollow }: { link: NavigationLink } & Following) {
  return (
    <Link
      className={`${control.option} ${styles.link}`}
      href={link.href}
      aria-current={current === link.href ? 'page' : undefined}
      onClick={onFollow}
    >
      {link.label}
      <Badge count={link.badge} />
    </Link>
  );
}
