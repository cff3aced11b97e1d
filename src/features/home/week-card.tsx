import type { PortingDay } from '#data/home/home.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { count, counted } from '#domain/counted.ts';
import { formatPortingDay, weekOf } from '#domain/porting-day.ts';
import { Link } from '#ui/link.tsx';
import { Card } from './card.tsx';
import styles from './home.module.css';
import type { HomeLinks } from './home-links.ts';
import { portedOf, timesOf } from './words.ts';

const ACCOUNTS_SHOWN = 5;

/** What ports today, and on the other days of this week: those to come, then those that were. */
export function WeekCard({
  week,
  today,
  links,
}: {
  week: readonly PortingDay[];
  today: CalendarDate;
  links: HomeLinks;
}) {
  const days = weekOf(today);
  const numbers = week.reduce((sum, day) => sum + day.numbers, 0);
  const [monday = today, sunday = today] = [days[0], days[6]];
  return (
    <Card
      id="ports"
      title="Ports this week"
      count={numbers > 0 && <span className={styles.figure}>{counted(numbers, 'number')}</span>}
      all={numbers > 0 ? { href: links.ports(monday, sunday), label: 'In the report' } : undefined}
    >
      <Today day={week.find(({ day }) => day === today)} today={today} links={links} />
      <Days label="Later this week" days={week.filter(({ day }) => day > today)} links={links} />
      <Days label="Earlier this week" days={week.filter(({ day }) => day < today)} links={links} />
      {numbers === 0 && <p className={styles.none}>Nothing else has a confirmed date this week.</p>}
    </Card>
  );
}

function Today({
  day,
  today,
  links,
}: {
  day: PortingDay | undefined;
  today: CalendarDate;
  links: HomeLinks;
}) {
  if (!day) return <p className={styles.none}>Nothing ports today, {formatPortingDay(today)}.</p>;
  const ported = portedOf(day);
  const others = day.accounts.length - ACCOUNTS_SHOWN;
  return (
    <div className={styles.today}>
      <h3>
        <Link className={styles.whole} href={links.ports(today, today)}>
          Today: {counted(day.numbers, 'number')}
        </Link>
      </h3>
      <p className={styles.whose}>{[timesOf(day), ported].filter(Boolean).join(', ')}</p>
      <ul className={styles.lines}>
        {day.accounts.slice(0, ACCOUNTS_SHOWN).map(({ id, company, numbers }) => (
          <li key={id}>
            <span>{company ?? `Account ${id}`}</span>
            <b>{count(numbers)}</b>
          </li>
        ))}
        {others > 0 && (
          <li>
            <span>{counted(others, 'more account')}</span>
          </li>
        )}
      </ul>
    </div>
  );
}

function Days({ label, days, links }: { label: string; days: readonly PortingDay[]; links: HomeLinks }) {
  if (days.length === 0) return null;
  return (
    <>
      <h3 className={styles.caption}>{label}</h3>
      <ul className={`${styles.days} ${styles.dated}`}>
        {days.map((day) => (
          <li key={day.day}>
            <Link className={styles.day} href={links.ports(day.day, day.day)}>
              <span>{formatPortingDay(day.day)}</span>
              <span>{[timesOf(day), portedOf(day)].filter(Boolean).join(', ')}</span>
              <b>
                {count(day.numbers)}
                <span className="pp-vh"> {day.numbers === 1 ? 'number' : 'numbers'}</span>
              </b>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
