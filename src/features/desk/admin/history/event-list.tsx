import { IconArrowRight, IconHistory } from '@tabler/icons-react';
import type { AdminEvent } from '#data/admin/list-admin-events.ts';
import { ADMIN_EVENT_LABELS, ADMIN_NOUNS } from '#domain/admin-event.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { changeInWords, subjectOf } from '../words.ts';
import styles from './history.module.css';

/**
 * What was done, the newest first; `subject` false leaves out what it was done to, where the page says it; `narrowed` says
 * that it is not all.
 */
export function EventList({
  events,
  subject = true,
  narrowed = false,
}: {
  events: readonly AdminEvent[];
  subject?: boolean;
  narrowed?: boolean;
}) {
  if (events.length === 0) {
    return (
      <EmptyState
        icon={<IconHistory size={22} stroke={1.5} aria-hidden="true" />}
        title={narrowed ? 'Nothing of this kind was done yet' : 'Nothing was done yet'}
      >
        Every change of administration is written down here: who, when, and from what to what.
      </EmptyState>
    );
  }
  return (
    <ol className={styles.events}>
      {events.map((event) => (
        <Event key={event.id} event={event} subject={subject} />
      ))}
    </ol>
  );
}

function Event({ event, subject }: { event: AdminEvent; subject: boolean }) {
  const { kind, actor, at, changes } = event;
  const noun = ADMIN_NOUNS.find((each) => kind.startsWith(`${each}-`)) ?? 'partner';
  return (
    <li className={styles.event}>
      <div>
        <p>
          <b>{ADMIN_EVENT_LABELS[kind]}</b> {subject && subjectOf(noun, event.subject)}
        </p>
        {changes.length > 0 && (
          <ul className={styles.changes}>
            {changes.map((change) => (
              <Change key={change.field} {...changeInWords(change)} made={change.from === null} />
            ))}
          </ul>
        )}
      </div>
      <p className={styles.who}>
        {actor}
        <br />
        <time dateTime={at.toISOString()}>{formatMoment(at)}</time>
      </p>
    </li>
  );
}

function Change({ label, from, to, made }: { label: string; from: string; to: string; made: boolean }) {
  return (
    <li>
      <span>{label}</span>
      <span>
        {!made && (
          <>
            <del>{from}</del>
            <IconArrowRight size={12} stroke={1.75} role="img" aria-label="became" />
          </>
        )}
        <ins>{to}</ins>
      </span>
    </li>
  );
}
