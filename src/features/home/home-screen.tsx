import type { Home } from '#data/home/home.ts';
import { confidentiality } from '#domain/confidential.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { formatPortingDay } from '#domain/porting-day.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { ChangedCard } from './changed-card.tsx';
import styles from './home.module.css';
import type { HomeLinks } from './home-links.ts';
import { NeedsYouCard } from './needs-you-card.tsx';
import { ReadyCard } from './ready-card.tsx';
import { StartCard } from './start-card.tsx';
import { WeekCard } from './week-card.tsx';

/** Where a partner's day begins: what needs it, what ports, what can be assigned, what changed since it was here last. */
export function HomeScreen({ home, links }: { home: Home; links: HomeLinks }) {
  const nothingYet = home.numbers === 0;
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[]} title={`Today, ${formatPortingDay(home.today)}`}>
        As of {formatMoment(home.asOf)}
        <br />
        {confidentiality(home.partner)}
      </PageHeader>
      {nothingYet ? (
        <StartCard partner={home.partner} links={links} />
      ) : (
        <div className={styles.cards}>
          <NeedsYouCard waiting={home.waiting} links={links} />
          <WeekCard week={home.week} today={home.today} links={links} />
          <ReadyCard ready={home.ready} links={links} />
          <ChangedCard changed={home.changed} links={links} />
        </div>
      )}
    </div>
  );
}
