'use client';

import { IconEye, IconMessage, IconPaperclip, IconPencil } from '@tabler/icons-react';
import { documentPath } from '#domain/documents.ts';
import { fileSize } from '#domain/file-size.ts';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import styles from './story-history.module.css';
import text from './story-text.module.css';
import type { StoryEventView, StoryView } from './story-view.ts';

/** What happened to the number, the newest first: what its partner may know of it. */
export function StoryHistory({ story: { history, moreHistory } }: { story: StoryView }) {
  return (
    <section className={text.section} aria-labelledby="story-history">
      <h3 id="story-history">History</h3>
      {history.length === 0 ? (
        <p className={text.quiet}>Nothing is recorded of it yet.</p>
      ) : (
        <ol className={styles.history}>
          {history.map((event) => (
            <Event key={event.id} event={event} />
          ))}
        </ol>
      )}
      {moreHistory && <p className={text.quiet}>What is older is left out here.</p>}
    </section>
  );
}

function Event({ event }: { event: StoryEventView }) {
  return (
    <li>
      <span className={styles.icon}>
        <Icon event={event} />
      </span>
      <div className={styles.what}>
        <p className={styles.title}>{event.title}</p>
        <p className={styles.by}>
          {event.actor}, <time dateTime={event.instant}>{event.at}</time>
        </p>
        {event.changes.length > 0 && (
          <ul className={styles.changes}>
            {event.changes.map(({ label, from, to }) => (
              <li key={label}>
                {label}: {from !== '' && <del>{from}</del>} <ins>{to === '' ? 'not set' : to}</ins>
              </li>
            ))}
          </ul>
        )}
        {event.note && (
          <p className={styles.note} data-mine={event.kind === 'message' ? '' : undefined}>
            {event.note}
          </p>
        )}
        {event.attachments.length > 0 && (
          <ul className={styles.files} aria-label="Files">
            {event.attachments.map(({ id, fileName, size }) => (
              <li key={id}>
                <IconPaperclip size={14} stroke={1.75} aria-hidden="true" />
                <a href={documentPath(id)} download={fileName}>
                  {fileName}
                </a>
                <small>{fileSize(size)}</small>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Icon({ event: { kind, status } }: { event: StoryEventView }) {
  const icon = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;
  if (status) return <StatusGlyph status={status} />;
  if (kind === 'message') return <IconMessage {...icon} />;
  return kind === 'note' ? <IconEye {...icon} /> : <IconPencil {...icon} />;
}
