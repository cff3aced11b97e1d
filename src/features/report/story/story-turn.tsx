'use client';

import { IconMail, IconMessage } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { DETAILED_FACTS } from '#domain/status.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import { hasDraft } from './draft.ts';
import { ReplyForm } from './reply-form.tsx';
import styles from './story-turn.module.css';
import type { StoryView } from './story-view.ts';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** Whose turn it is and since when, what is needed next, and the two ways to answer. */
export function StoryTurn({ story }: { story: StoryView }) {
  const { row, turn, repliedAt, mailto, answers } = story;
  // What was begun is there again, but does not take the focus.
  const [writing, setWriting] = useState<'begun' | 'asked' | null>(null);
  useEffect(() => setWriting(hasDraft(row.orderId) ? 'begun' : null), [row.orderId]);
  const [sent, setSent] = useState<string | null>(null);
  const form = useId();
  const { label } = DETAILED_FACTS[row.detailedStatus];
  const rejected = row.detailedStatus === 'rejected';
  return (
    <section className={styles.turn} data-asks={turn.asks ? '' : undefined} aria-labelledby="story-turn">
      <h3 id="story-turn">
        <StatusGlyph status={row.status} />
        {turn.words}
      </h3>
      <p className={styles.since}>
        Since {turn.since} ({turn.age})
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{label}</dt>
          <dd>{rejected && row.rejectReason ? row.rejectReason : turn.meaning}</dd>
        </div>
        <div>
          <dt>What to do</dt>
          <dd>{turn.todo}</dd>
        </div>
        {turn.after && (
          <div>
            <dt>After that</dt>
            <dd>{turn.after}</dd>
          </div>
        )}
        {!rejected && row.rejectReason && (
          <div>
            <dt>Rejected before</dt>
            <dd>{row.rejectReason}</dd>
          </div>
        )}
        {repliedAt && (
          <div>
            <dt>{answers ? 'Your reply' : 'Partner’s reply'}</dt>
            <dd>With the porting team since {repliedAt}.</dd>
          </div>
        )}
      </dl>
      {sent && <Banner tone="ok">{sent}</Banner>}
      {writing ? (
        <ReplyForm
          id={form}
          story={story}
          focus={writing === 'asked'}
          onCancel={() => setWriting(null)}
          onSent={(said) => {
            setSent(said);
            setWriting(null);
          }}
        />
      ) : (
        <div className={styles.ways}>
          {answers && (
            <button
              type="button"
              className={turn.asks ? `${control.button} ${control.primary}` : control.button}
              onClick={() => {
                setSent(null);
                setWriting('asked');
              }}
            >
              <IconMessage {...ICON} />
              Reply here
            </button>
          )}
          <a className={control.button} href={mailto}>
            <IconMail {...ICON} />
            Email the porting team
          </a>
        </div>
      )}
    </section>
  );
}
