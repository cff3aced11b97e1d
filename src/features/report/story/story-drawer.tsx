'use client';

import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { STATUS_FACTS } from '#domain/status.ts';
import { useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import type { RowRef } from '../row-ref.ts';
import { useReport } from '../use-report.tsx';
import type { SheetRow } from '../wire.ts';
import styles from './story-drawer.module.css';
import { StoryFoot } from './story-foot.tsx';
import { headOf, StoryHead } from './story-head.tsx';
import { StoryText } from './story-text.tsx';
import type { RowStory } from './use-row-story.ts';
import { useStory } from './use-story.ts';

type StoryDrawerProps = {
  row: RowRef;
  /** The page's rows, of which this one is known before its story has come. */
  rows: readonly SheetRow[];
  nav: RowStory;
  narrow: boolean;
};

/**
 * One number's story. Beside the report it takes nothing away: no overlay, no trapped focus; on a phone it is a sheet of its
 * own over all else.
 */
export function StoryDrawer({ row, rows, nav, narrow }: StoryDrawerProps) {
  const { view } = useReport();
  const { story, problem, stale, again } = useStory(view, row);
  const alive = useAlive();
  const drawer = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const head = headOf(row, rows[nav.at], story);
  useSheet(drawer, narrow, nav.close);
  useEscape(drawer, nav.close);
  useEffect(() => {
    if (nav.entered > 0) title.current?.focus();
  }, [nav.entered]);
  const place = `${row.requestId} ${row.phone}`;
  useEffect(() => {
    if (place) body.current?.scrollTo({ top: 0 });
  }, [place]);

  return (
    <dialog
      ref={drawer}
      open
      className={styles.drawer}
      aria-labelledby="story-title"
      data-story=""
      data-alive={alive ? '' : undefined}
    >
      <StoryHead title={title} head={head} row={row} nav={nav} last={rows.length - 1} />
      <div ref={body} className={styles.body} aria-busy={story === null && problem === null}>
        {problem ? (
          <>
            <Banner tone="wait">{problem}</Banner>
            <button type="button" className={control.button} onClick={again}>
              Try again
            </button>
          </>
        ) : story ? (
          <StoryText key={story.row.orderId} story={story} stale={stale} />
        ) : (
          <Skeletons />
        )}
      </div>
      {story && <StoryFoot story={story} />}
      <p className="pp-vh" aria-live="polite">
        {formatPhoneNumber(row.phone)}
        {head.status && `, ${STATUS_FACTS[head.status].label}`}
      </p>
    </dialog>
  );
}

function Skeletons() {
  return (
    <div className={styles.skeletons} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}

/** On a phone the browser keeps focus and fingers inside, until it is closed. */
function useSheet(drawer: RefObject<HTMLDialogElement | null>, narrow: boolean, close: () => void): void {
  const cancelled = useEffectEvent((event: Event) => {
    event.preventDefault();
    close();
  });
  useEffect(() => {
    const element = drawer.current;
    if (!element || !narrow) return;
    element.removeAttribute('open');
    element.showModal();
    const cancel = (event: Event) => cancelled(event);
    element.addEventListener('cancel', cancel);
    return () => {
      element.removeEventListener('cancel', cancel);
      if (!element.isConnected) return;
      element.close();
      element.setAttribute('open', '');
    };
  }, [drawer, narrow]);
}

/** Escape closes the story from wherever the report is in use, but for what takes Escape itself. */
function useEscape(drawer: RefObject<HTMLElement | null>, close: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
    const inside = drawer.current?.contains(event.target);
    if (!inside && event.target.closest('input, select, textarea, [role="menu"], [role="dialog"]')) return;
    event.preventDefault();
    close();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
