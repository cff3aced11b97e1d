import { IconChevronRight } from '@tabler/icons-react';
import type { AdminEvent } from '#data/admin/list-admin-events.ts';
import type { Overview } from '#data/admin/read-overview.ts';
import { count, counted } from '#domain/counted.ts';
import type { MailState } from '#domain/mail.ts';
import { Banner } from '#ui/banner.tsx';
import { Link } from '#ui/link.tsx';
import { weekdayDate } from '../words.ts';
import styles from './admin.module.css';
import { AdminPage } from './admin-page.tsx';
import { EventList } from './history/event-list.tsx';
import overview from './overview.module.css';
import {
  ADMIN_PATH,
  HISTORY_PATH,
  HOLIDAYS_PATH,
  holidaysUrl,
  MAIL_PATH,
  mailsUrl,
  PARTNERS_PATH,
  REASONS_PATH,
  USERS_PATH,
} from './url.ts';

/** What there is to administer, what of it wants attention, and what was done last. */
export function OverviewScreen({
  facts,
  mails,
  thisYear,
  events,
}: {
  facts: Overview;
  mails: Record<MailState, number>;
  thisYear: number;
  events: readonly AdminEvent[];
}) {
  const { partners, accounts, users, nextHoliday, lastHolidayYear, reasons } = facts;
  const people = users.active + users.invited + users['link-expired'] + users.disabled;
  const entries = [
    {
      href: PARTNERS_PATH,
      label: 'Partners',
      about: `${counted(partners, 'partner')}, ${counted(accounts, 'account')}`,
    },
    { href: USERS_PATH, label: 'Users', about: `${counted(people, 'user')}${detailsOf(users)}` },
    {
      href: HOLIDAYS_PATH,
      label: 'Holidays',
      about: nextHoliday
        ? `Next: ${nextHoliday.name}, ${weekdayDate(nextHoliday.day)}`
        : 'None is coming: add them',
    },
    {
      href: REASONS_PATH,
      label: 'Reject reasons',
      about: `${count(reasons.offered)} offered, ${count(reasons.retired)} retired`,
    },
    {
      href: MAIL_PATH,
      label: 'Mail',
      about: mailsInWords(mails),
    },
  ];
  return (
    <AdminPage at={ADMIN_PATH}>
      {(lastHolidayYear ?? 0) <= thisYear && (
        <div className={styles.notice}>
          <Banner tone="wait">
            {thisYear + 1} has no holidays yet: dates on them would be accepted.{' '}
            <Link href={holidaysUrl(thisYear + 1)}>Add them</Link>
          </Banner>
        </div>
      )}
      {mails.failed > 0 && (
        <div className={styles.notice}>
          <Banner tone="wait">
            {counted(mails.failed, 'mail')} could not be sent.{' '}
            <Link href={mailsUrl({ state: 'failed' })}>Look at {mails.failed === 1 ? 'it' : 'them'}</Link>
          </Banner>
        </div>
      )}
      <ul className={overview.entries}>
        {entries.map(({ href, label, about }) => (
          <li key={href}>
            <Link className={overview.entry} href={href}>
              <span>
                <b>{label}</b>
                <span>{about}</span>
              </span>
              <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
      <h2 className={styles.section}>Done last</h2>
      <div className={styles.card}>
        <EventList events={events} />
        {events.length > 0 && (
          <p className={styles.pager}>
            <Link href={HISTORY_PATH}>All that was done</Link>
          </p>
        )}
      </div>
    </AdminPage>
  );
}

function detailsOf(users: Overview['users']): string {
  const parts = [
    users.invited > 0 && `${count(users.invited)} with a link not used yet`,
    users['link-expired'] > 0 && `${count(users['link-expired'])} with an expired link`,
    users.disabled > 0 && `${count(users.disabled)} disabled`,
  ].filter(Boolean);
  return parts.length > 0 ? `: ${parts.join(', ')}` : '';
}

function mailsInWords({ queued, sent, kept, failed }: Record<MailState, number>): string {
  const parts = [queued > 0 && `${count(queued)} waiting`, failed > 0 && `${count(failed)} not sent`].filter(
    Boolean,
  );
  const all = counted(queued + sent + kept + failed, 'mail');
  return parts.length > 0 ? `${all}: ${parts.join(', ')}` : all;
}
