'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportView } from '../report-view.ts';
import { isSameRow, type RowRef, rowAddress } from '../row-ref.ts';
import type { StoryView } from './story-view.ts';
import { storyUrl } from './url.ts';

/** A row's story, or the sentence that says why there is none; neither while it is on its way. */
export type StoryNow = {
  story: StoryView | null;
  problem: string | null;
  /** It was read from an earlier state of the report, and is being read anew. */
  stale: boolean;
  again: () => void;
};

type Loaded = { story: StoryView | null; problem: string | null };
/** Stories as of one answer of the server: with the next one, all are read anew. */
type Kept = { view: ReportView; stories: ReadonlyMap<string, Loaded> };

/** Who goes from row to row quicker than this passes by rows that need not be read. In milliseconds. */
const PASSING = 250;
const WAITS = 60;

/** The story of the row that is open: the one that came with the page, else fetched. */
export function useStory(view: ReportView, row: RowRef | null): StoryNow {
  const [kept, setKept] = useState<Kept>({ view, stories: new Map() });
  const key = row && rowAddress(row);
  const own = row && view.story && isSameRow(view.story.row, row) ? cameWith(view.story.story) : undefined;
  const earlier = key === null ? undefined : kept.stories.get(key);
  const current = own ?? (kept.view === view ? earlier : undefined);
  const wanted = row && !current ? storyUrl(row, view.url.partner) : null;

  const asked = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (wanted === null || key === null) return;
    const wait = performance.now() - asked.current < PASSING ? WAITS : 0;
    asked.current = performance.now();
    const asking = new AbortController();
    const passing = setTimeout(async () => {
      const loaded = await load(wanted, asking.signal);
      if (asking.signal.aborted) return;
      setKept((now) => ({
        view,
        stories: new Map(now.view === view ? now.stories : []).set(key, loaded),
      }));
    }, wait);
    return () => {
      clearTimeout(passing);
      asking.abort();
    };
  }, [wanted, key, view]);

  const again = useCallback(() => {
    setKept((now) => ({ ...now, stories: new Map([...now.stories].filter(([each]) => each !== key)) }));
  }, [key]);
  const { story, problem } = current ?? earlier ?? { story: null, problem: null };
  return { story, problem, stale: current === undefined && earlier !== undefined, again };
}

const NOT_THERE = 'This number is not in the report any more, or not in yours.';

function cameWith(story: StoryView | null): Loaded {
  return { story, problem: story ? null : NOT_THERE };
}

async function load(url: string, signal: AbortSignal): Promise<Loaded> {
  try {
    const answer = await fetch(url, { signal });
    if (answer.redirected) return { story: null, problem: 'Your session has ended. Sign in again to go on.' };
    if (answer.ok) return { story: await answer.json(), problem: null };
    return { story: null, problem: answer.status === 404 ? NOT_THERE : (await answer.text()).trim() };
  } catch {
    return { story: null, problem: 'The connection failed.' };
  }
}
