import type { ReactNode } from 'react';
import { countUnsafe } from '#data/assignments/count-unsafe.ts';
import { readAffiliation } from '#data/users/read-affiliation.ts';
import { may } from '#domain/permissions.ts';
import { LINKS_PATH } from '#domain/request-link.ts';
import type { Viewer } from '#domain/viewer.ts';
import { Brand } from '#ui/brand.tsx';
import { ColorSchemeMenu } from '#ui/color-scheme-menu.tsx';
import { Link } from '#ui/link.tsx';
import { MainNavigation } from './main-navigation.tsx';
import type { NavigationPlace } from './navigation.ts';
import { PhoneMenu } from './phone-menu.tsx';
import styles from './shell.module.css';
import { UnsafeAlert } from './unsafe-alert.tsx';
import { UserMenu } from './user-menu.tsx';

/** The top bar and the page below it, for somebody who is signed in. `home` is where the brand leads. */
export async function Shell({
  viewer,
  places,
  home,
  children,
}: {
  viewer: Viewer;
  places: readonly NavigationPlace[];
  home: string;
  children: ReactNode;
}) {
  const name = viewer.role === 'system' ? viewer.actor : viewer.name;
  const [affiliation, unsafe] = await Promise.all([
    readAffiliation(viewer),
    may(viewer, 'numbers.assign') ? countUnsafe(viewer) : 0,
  ]);
  const alerts = places.find((place) => place.alerts)?.alerts;
  const counted = places.map((place) => (place.alerts ? { ...place, badge: unsafe } : place));
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.bar}>
        <PhoneMenu places={counted} />
        <Link className={styles.brand} href={home}>
          <Brand />
        </Link>
        {may(viewer, 'desk.read') && <span className={styles.tag}>Staff</span>}
        <MainNavigation places={counted} />
        <div className={styles.end}>
          <ColorSchemeMenu />
          <UserMenu
            name={name}
            affiliation={affiliation}
            exports={may(viewer, 'exports.read') ? '/exports' : null}
            links={may(viewer, 'requests.share') ? LINKS_PATH : null}
          />
        </div>
      </header>
      {unsafe > 0 && alerts && <UnsafeAlert count={unsafe} href={alerts} />}
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
}
