import {
  IconArrowBackUp,
  IconArrowsSplit2,
  IconChecks,
  IconEye,
  IconLock,
  IconMessage,
  IconMinus,
  IconPaperclip,
  IconPencil,
  IconPlus,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { HistoryEntry } from '#data/orders/engine/history.ts';
import { count } from '#domain/counted.ts';
import { documentPath } from '#domain/documents.ts';
import { actorWords, eventTitle } from '#domain/event-title.ts';
import { fileSize } from '#domain/file-size.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { parseDetailedStatus, statusOf } from '#domain/status.ts';
import { Link } from '#ui/link.tsx';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import { ChangeValue, changeLabel, changeWords } from './change-value.tsx';
import styles from './history.module.css';

type HistoryEventProps = {
  event: HistoryEntry;
  partner: string;
  /** The address of the order that it happened to, when that is another one than the page's. */
  elsewhere: string | null;
};

/** One thing that happened: what, by whom, when; from what to what, and what was said. */
export function HistoryEvent({ event, partner, elsewhere }: HistoryEventProps) {
  const status = event.changes.find(({ field }) => field === 'detailedStatus');
  const was = status?.from ? `, was ${changeWords('detailedStatus', status.from)}` : '';
  const told = event.changes.filter(({ field }) => !['detailedStatus', 'order'].includes(field));
  return (
    <li data-kind={event.kind}>
      <span className={styles.icon}>{iconOf(event, status?.to)}</span>
      <div className={styles.what}>
        <p className={styles.title}>
          <b>{eventTitle(event)}</b>
          {event.kind === 'corrected' && <span className={styles.tag}>Correction</span>}
          {elsewhere && <Link href={elsewhere}>on order {event.orderId}</Link>}
        </p>
        <p className={styles.by}>
          {actorWords(event.actor)}
          {was}
        </p>
        {told.length > 0 && (
          <dl className={styles.diff}>
            {told.map(({ field, from, to }) => (
              <div key={field}>
                <dt>{changeLabel(field)}</dt>
                <dd>
                  <del>
                    <span className="pp-vh">from </span>
                    <ChangeValue field={field} value={from} />
                  </del>
                  <span aria-hidden="true"> → </span>
                  <ins>
                    <span className="pp-vh">to </span>
                    <ChangeValue field={field} value={to} />
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {event.numbers.length > 0 && <EventNumbers event={event} />}
        {event.kind === 'message' && <Message event={event} />}
        {event.note && event.kind !== 'message' && (
          <Note text={event.note} partner={event.visibleToPartner ? partner : null} />
        )}
      </div>
      <time dateTime={event.at.toISOString()}>{formatMoment(event.at)}</time>
    </li>
  );
}

/** What a partner wrote, and the files that came with it: like no note of our own. */
export function Message({ event: { note, attachments } }: { event: HistoryEntry }) {
  return (
    <div className={styles.message}>
      {note && <p className={styles.text}>{note}</p>}
      {attachments.length > 0 && (
        <ul className={styles.files} aria-label="Files">
          {attachments.map(({ id, fileName, size }) => (
            <li key={id}>
              <IconPaperclip size={14} stroke={1.75} aria-hidden="true" />
              <a href={documentPath(id)} download={fileName}>
                {fileName}
              </a>{' '}
              <small>{fileSize(size)}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A note, with who can read it: an internal one looks like no other. `partner` is null when it is internal. */
export function Note({ text, partner }: { text: string; partner: string | null }) {
  const Icon = partner ? IconEye : IconLock;
  return (
    <div className={styles.note} data-internal={partner ? undefined : ''}>
      <p className={styles.reader}>
        <Icon size={14} stroke={1.75} aria-hidden="true" />
        {partner ? `${partner} can read this` : 'Internal'}
      </p>
      <p className={styles.text}>{text}</p>
    </div>
  );
}

function EventNumbers({ event: { numbers, numberCount } }: { event: HistoryEntry }) {
  const more = numberCount - numbers.length;
  const list = `${numbers.map(formatPhoneNumber).join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`;
  if (numbers.length <= 6) return <p className={styles.numbers}>{list}</p>;
  return (
    <details className={styles.numbers}>
      <summary>Which {count(numberCount)} numbers</summary>
      {list}
    </details>
  );
}

function iconOf(event: HistoryEntry, to: unknown): ReactNode {
  const icon = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;
  if (event.kind === 'undone') return <IconArrowBackUp {...icon} />;
  if (event.kind === 'note') return event.visibleToPartner ? <IconEye {...icon} /> : <IconLock {...icon} />;
  if (event.kind === 'message') return <IconMessage {...icon} />;
  if (event.kind === 'handled') return <IconChecks {...icon} />;
  if (event.kind === 'assigned') return <IconUser {...icon} />;
  if (event.kind === 'released') return <IconUserOff {...icon} />;
  if (event.kind === 'numbers-moved') return <IconArrowsSplit2 {...icon} />;
  if (event.kind === 'numbers-added') return <IconPlus {...icon} />;
  if (event.kind === 'numbers-removed') return <IconMinus {...icon} />;
  const detailed = typeof to === 'string' ? parseDetailedStatus(to) : null;
  return detailed ? <StatusGlyph status={statusOf(detailed)} /> : <IconPencil {...icon} />;
}
