'use client';

import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import type { UploadProgress } from '#data/uploads/apply-upload.ts';
import type { UploadSummary } from '#data/uploads/read-summary.ts';
import { count, counted } from '#domain/counted.ts';
import { DETAILED_FACTS, statusOf } from '#domain/status.ts';
import { useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import { useOfferUndo } from '../undo/undo.tsx';
import { apply } from './actions.ts';
import styles from './apply-screen.module.css';
import { progressUrl, stepUrl } from './url.ts';

export type ApplyView = {
  id: string;
  actId: string | null;
  summary: UploadSummary;
  progress: UploadProgress;
  /** Rows that stay out. */
  refused: number;
  /** Why the viewer cannot apply it; null when nothing is in the way. */
  trouble: string | null;
};

/** The last look at what a list will change, then how far it is. It goes on when the page is left. */
export function ApplyScreen({ view }: { view: ApplyView }) {
  const { id, actId, summary, refused, trouble } = view;
  const router = useRouter();
  const offerUndo = useOfferUndo();
  const [applying, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const begun = view.progress.changed + view.progress.conflicts > 0;
  const progress = useProgress(id, view.progress, applying || begun, applying);

  const go = () =>
    start(async () => {
      setProblem(null);
      const result = await apply({ id, actId: actId ?? '' }).catch(() => null);
      if (!result) return setProblem('The portal cannot be reached. What was changed so far is kept: go on.');
      if (!result.ok) return setProblem(result.problem.sentence);
      if (result.value === null) return setProblem('The list was previewed anew: look at it again.');
      const { changed } = result.value;
      if (actId && changed > 0) offerUndo({ actId, said: `${counted(changed, 'order')} changed.` });
      router.replace(stepUrl(id, 'results'));
    });

  const all = progress.changed + progress.conflicts + progress.remaining;
  const done = progress.changed + progress.conflicts;
  return (
    <section className={styles.card} aria-labelledby="apply" data-alive={useAlive() ? '' : undefined}>
      <h2 id="apply">
        {begun || applying
          ? `${count(done)} of ${counted(all, 'order')}`
          : summary.orders > 0
            ? `Change ${counted(summary.orders, 'order')}`
            : 'Nothing to change'}
      </h2>
      <p className={styles.about}>
        {counted(summary.numbers, 'number')} of {counted(summary.partners, 'partner')}
        {refused > 0 && `; ${counted(refused, 'refused row')} ${refused === 1 ? 'stays' : 'stay'} out`}.
      </p>
      {(begun || applying) && <Bar share={all === 0 ? 1 : done / all} />}
      {!begun && !applying && <Groups summary={summary} />}
      {trouble !== null && <Banner tone="wait">{trouble}</Banner>}
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      <div className={styles.actions}>
        {trouble === null && summary.orders > 0 && (
          <button
            type="button"
            className={`${control.button} ${control.primary}`}
            aria-disabled={applying || undefined}
            onClick={applying ? undefined : go}
          >
            {applying
              ? 'Changing the orders'
              : begun
                ? `Go on with ${counted(progress.remaining, 'order')}`
                : `Change ${counted(summary.orders, 'order')}`}
          </button>
        )}
        {!applying && (
          <Link className={control.button} href={stepUrl(id, 'preview')}>
            Back to the preview
          </Link>
        )}
        <span role="status">{applying ? 'It goes on when you leave this page.' : ''}</span>
      </div>
    </section>
  );
}

function Groups({ summary: { groups } }: { summary: UploadSummary }) {
  return (
    <ul className={styles.groups}>
      {groups.map(({ from, to, orders }) => (
        <li key={`${from} ${to}`}>
          <span className={styles.way}>
            {DETAILED_FACTS[from].label}
            {from !== to && (
              <>
                <IconArrowNarrowRight size={16} stroke={1.75} aria-label="to" />
                <StatusGlyph status={statusOf(to)} />
                <b>{DETAILED_FACTS[to].label}</b>
              </>
            )}
            {from === to && <em>new date or reason</em>}
          </span>
          <span>{counted(orders, 'order')}</span>
        </li>
      ))}
    </ul>
  );
}

function Bar({ share }: { share: number }) {
  const percent = Math.floor(share * 100);
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label="Orders changed"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  );
}

const ASKED_EVERY_MS = 500;

/** How far it is, asked for while somebody may be applying it. When another has come to the end, the results are shown. */
function useProgress(id: string, atFirst: UploadProgress, watching: boolean, here: boolean): UploadProgress {
  const router = useRouter();
  const [progress, setProgress] = useState(atFirst);
  const asking = watching && !progress.done;
  useEffect(() => {
    if (!asking) return;
    const left = new AbortController();
    const timer = setInterval(async () => {
      const heard = await ask(id, left.signal);
      if (heard && !left.signal.aborted) setProgress(heard);
    }, ASKED_EVERY_MS);
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [id, asking]);
  useEffect(() => {
    if (progress.done && !here) router.replace(stepUrl(id, 'results'));
  }, [id, progress.done, here, router]);
  return progress;
}

/** Null when it cannot be asked just now. */
async function ask(id: string, signal: AbortSignal): Promise<UploadProgress | null> {
  try {
    const answer = await fetch(progressUrl(id), { signal, redirect: 'error' });
    return answer.ok ? ((await answer.json()) as UploadProgress) : null;
  } catch {
    return null;
  }
}
