import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Mail } from '#data/mails/read-mail.ts';
import { counted } from '#domain/counted.ts';
import { documentPath } from '#domain/documents.ts';
import { fileSize } from '#domain/file-size.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { Banner } from '#ui/banner.tsx';
import { Link } from '#ui/link.tsx';
import { orderUrl } from '../../order/url.ts';
import styles from '../admin.module.css';
import { AdminPage } from '../admin-page.tsx';
import { MAIL_PATH, partnerUrl } from '../url.ts';
import rows from './mail.module.css';
import { MailStateMark } from './mail-state.tsx';
import { LookAgain, SendAgain } from './send-again.tsx';

/** One mail as its reader gets it, and what became of it. */
export function MailScreen({ mail, leaves }: { mail: Mail; leaves: boolean }) {
  const { id, state, to, replyTo, subject, body, partner, queuedAt, sentAt, triedAt, error } = mail;
  return (
    <AdminPage at={MAIL_PATH} title={subject || 'Without a subject'}>
      {error !== null && (
        <div className={styles.notice}>
          <Banner tone={state === 'failed' ? 'bad' : 'wait'}>
            {state === 'failed' ? 'It was not sent. ' : 'It is tried again by itself. '}
            The last attempt ended with: {error}
          </Banner>
        </div>
      )}
      {state === 'queued' && <LookAgain />}
      <section className={styles.card} aria-label="The mail">
        <dl className={rows.facts}>
          <Fact label="What became of it">
            <MailStateMark state={state} />
          </Fact>
          <Fact label="To">{to}</Fact>
          <Fact label="Answers go to">{replyTo ?? 'the portal'}</Fact>
          <Fact label="Partner">
            <Link href={partnerUrl(partner.slug)}>{partner.name}</Link>
          </Fact>
          {mail.orderId !== null && (
            <Fact label="About">
              <Link href={orderUrl({ orderId: mail.orderId })}>The order on the desk</Link>
            </Fact>
          )}
          <Fact label="Written">{formatMoment(queuedAt)}</Fact>
          {sentAt && <Fact label="Sent">{formatMoment(sentAt)}</Fact>}
          {triedAt && state !== 'kept' && (
            <Fact label="Tried">
              {counted(mail.attempts, 'time')}
              {!sentAt && <small>last {formatMoment(triedAt)}</small>}
            </Fact>
          )}
        </dl>
        <pre className={rows.body}>{body}</pre>
        {mail.attachments.length > 0 && (
          <ul className={rows.attachments} aria-label="Attachments">
            {mail.attachments.map((attachment) => (
              <li key={attachment.id}>
                <IconPaperclip size={16} stroke={1.75} aria-hidden="true" />
                <a href={documentPath(attachment.id)} download>
                  {attachment.fileName}
                </a>
                <span>{fileSize(attachment.size)}</span>
              </li>
            ))}
          </ul>
        )}
        {(state === 'failed' || (state === 'kept' && leaves)) && <SendAgain id={id} to={to} state={state} />}
      </section>
    </AdminPage>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
