'use client';

import { FIELDS } from '#domain/columns.ts';
import { displayText } from '#domain/display.ts';
import { Banner } from '#ui/banner.tsx';
import { StoryHistory } from './story-history.tsx';
import { StoryRequest } from './story-request.tsx';
import styles from './story-text.module.css';
import { StoryTurn } from './story-turn.tsx';
import type { StoryView } from './story-view.ts';

/** What there is to say of a number: whose turn first, then what is known, then what happened. */
export function StoryText({ story, stale }: { story: StoryView; stale: boolean }) {
  return (
    <div className={styles.text} data-dim={stale ? '' : undefined}>
      <StoryTurn story={story} />
      <Dates story={story} />
      <Assignment story={story} />
      <StoryRequest story={story} />
      <StoryHistory story={story} />
      <Fields story={story} />
    </div>
  );
}

function Assignment({ story: { assignment, ready, row } }: { story: StoryView }) {
  return (
    <section className={styles.section} aria-labelledby="story-assignment">
      <h3 id="story-assignment">Assign to a user</h3>
      {assignment?.unsafe && (
        <div className={styles.warned}>
          <Banner tone="wait">
            <b>Assigned, no longer safe.</b> {assignment.unsafe}
          </Banner>
        </div>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>Ready to assign</dt>
          <dd>
            {ready.ready
              ? 'Yes'
              : `${row.detailedStatus === 'completed' ? 'No need' : 'Not yet'}: ${lower(ready.because)}`}
          </dd>
        </div>
        <div>
          <dt>Assigned</dt>
          <dd>
            {assignment ? (
              <>
                {assignment.assignedTo ? `To ${assignment.assignedTo}` : 'Yes'}
                <small>{assignment.since}</small>
              </>
            ) : (
              <span className={styles.unset}>Not assigned</span>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Dates({ story: { dates } }: { story: StoryView }) {
  return (
    <section className={styles.section} aria-labelledby="story-dates">
      <h3 id="story-dates">Dates</h3>
      <dl className={styles.facts}>
        {dates.map(({ key, label, value, because, meaning, late }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {value ? (
                <>
                  <span className={late ? styles.late : undefined}>
                    {value}
                    {late && ', late'}
                  </span>
                  <small>{meaning}</small>
                </>
              ) : (
                <span className={styles.unset}>{because ? `Not set: ${because}` : 'Not set'}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The whole row, as the report has it. */
function Fields({ story: { row } }: { story: StoryView }) {
  return (
    <details className={styles.all} suppressHydrationWarning>
      <summary>All 19 fields</summary>
      <dl className={styles.facts}>
        {FIELDS.map((field) => {
          const shown = displayText(field, row);
          return (
            <div key={field.key}>
              <dt>{field.label}</dt>
              <dd className={styles.whole}>
                {shown === '' ? <span className={styles.unset}>Not set</span> : shown}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}

function lower(sentence: string): string {
  return `${sentence[0]?.toLowerCase() ?? ''}${sentence.slice(1).replace(/\.$/, '')}`;
}
