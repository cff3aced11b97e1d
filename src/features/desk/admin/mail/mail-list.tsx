import { IconMail } from '@tabler/icons-react';
import type { MailPlace } from '#data/mails/list-mails.ts';
import type { ListedMail } from '#data/mails/mail.ts';
import { count, counted } from '#domain/counted.ts';
import { MAIL_STATE_LABELS, MAIL_STATES, type MailState } from '#domain/mail.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import styles from '../admin.module.css';
import { AdminPage } from '../admin-page.tsx';
import { MAIL_PATH, type MailsUrl, mailsUrl, mailUrl } from '../url.ts';
import rows from './mail.module.css';
import { MailStateMark } from './mail-state.tsx';

/** What the portal wrote to whom, the newest first, and what became of it. */
export function MailList({
  list: { mails, next },
  counts,
  asked: { state, after },
  leaves,
}: {
  list: { mails: readonly ListedMail[]; next: MailPlace | null };
  counts: Record<MailState, number>;
  asked: MailsUrl;
  /** Whether there is a mail server to which mails go. */
  leaves: boolean;
}) {
  const total = MAIL_STATES.reduce((sum, each) => sum + counts[each], 0);
  return (
    <AdminPage at={MAIL_PATH} aside={counted(total, 'mail')}>
      {!leaves && (
        <div className={styles.notice}>
          <Banner tone="info">No mail server is set up: mails are kept here, and nobody gets them.</Banner>
        </div>
      )}
      <nav className={`${styles.bar} ${styles.choices}`} aria-label="Mails by what became of them">
        <StateLink state={null} label="All" of={total} current={state} />
        {MAIL_STATES.map((each) => (
          <StateLink
            key={each}
            state={each}
            label={MAIL_STATE_LABELS[each]}
            of={counts[each]}
            current={state}
          />
        ))}
      </nav>
      <div className={styles.card}>
        {mails.length === 0 ? (
          <NoMails state={state} />
        ) : (
          <ul aria-label="Mails">
            {mails.map((mail) => (
              <MailRow key={mail.id} mail={mail} />
            ))}
          </ul>
        )}
        {(after !== null || next !== null) && (
          <nav className={styles.pager} aria-label="Pages">
            <span />
            <span>
              {after !== null && (
                <Link className={control.button} href={mailsUrl({ state })}>
                  Newest
                </Link>
              )}
              {next !== null && (
                <Link className={control.button} href={mailsUrl({ state, after: next })}>
                  Older
                </Link>
              )}
            </span>
          </nav>
        )}
      </div>
    </AdminPage>
  );
}

function StateLink({
  state,
  label,
  of,
  current,
}: {
  state: MailState | null;
  label: string;
  of: number;
  current: MailState | null;
}) {
  return (
    <Link
      className={`${control.button} ${styles.choice}`}
      href={mailsUrl({ state })}
      aria-current={state === current ? 'page' : undefined}
    >
      {label} <span className={styles.figure}>{count(of)}</span>
    </Link>
  );
}

function MailRow({ mail }: { mail: ListedMail }) {
  const { id, state, to, subject, partner, queuedAt, attempts, error } = mail;
  return (
    <li className={`${styles.row} ${rows.mail}`}>
      <div>
        <Link className={styles.name} href={mailUrl(id)}>
          {subject || 'Without a subject'}
        </Link>
        <small>to {to}</small>
      </div>
      <div>{partner.name}</div>
      <div>
        <MailStateMark state={state} />
        {attempts > 1 && <small>after {counted(attempts, 'attempt')}</small>}
        {attempts === 1 && error !== null && <small>after one attempt</small>}
      </div>
      <time className={rows.when} dateTime={queuedAt.toISOString()}>
        {formatMoment(queuedAt)}
      </time>
    </li>
  );
}

const NONE: Record<MailState, string> = {
  queued: 'No mail waits',
  sent: 'No mail was sent yet',
  kept: 'No mail is kept here alone',
  failed: 'No mail failed',
};

function NoMails({ state }: { state: MailState | null }) {
  return (
    <EmptyState
      icon={<IconMail size={22} stroke={1.5} aria-hidden="true" />}
      title={state === null ? 'No mail was written yet' : NONE[state]}
    >
      What partners write to the porting team is mailed to it as well. Every such mail stands here, with what
      became of it.
    </EmptyState>
  );
}
