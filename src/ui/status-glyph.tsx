import type { ReactNode } from 'react';
import { STATUS_FACTS, STATUSES, type Status } from '#domain/status.ts';
import styles from './status-glyph.module.css';

/** The six glyphs, once per page; StatusGlyph refers to them. Six shapes, legible without colour at 14 px. */
export function StatusSprite() {
  return (
    <svg className={styles.sprite} aria-hidden="true">
      <symbol id="s-waiting-for-you" viewBox="0 0 16 16">
        <path d="M8 .9 15.1 8 8 15.1.9 8Z" fill="currentColor" stroke="currentColor" strokeWidth="1" />
        <path d="M8 4.6v3.9M8 11.2v.05" stroke="var(--pp-surface)" strokeWidth="1.8" />
      </symbol>
      <symbol id="s-in-progress" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.6" />
        <path d="M8 4.2a3.8 3.8 0 0 1 0 7.6Z" fill="currentColor" stroke="none" />
      </symbol>
      <symbol id="s-scheduled" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.6" />
        <path d="M8 4.4V8l2.4 1.5" />
      </symbol>
      <symbol id="s-confirmed" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.6" />
        <path d="m5.2 8.3 2 2 3.7-4.2" />
      </symbol>
      <symbol id="s-completed" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7.4" fill="currentColor" stroke="none" />
        <path d="m4.9 8.3 2.2 2.2 4-4.6" stroke="var(--pp-surface)" strokeWidth="1.8" />
      </symbol>
      <symbol id="s-cancelled" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.6" />
        <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" />
      </symbol>
    </svg>
  );
}

/** The shape of a status, hidden from assistive technology: its word stands beside it. Needs StatusSprite on the page. */
export function StatusGlyph({ status }: { status: Status }) {
  return GLYPHS[status];
}

/** Glyph and word. `flat` leaves out the pill that asks for action. */
export function StatusLabel({ status, flat }: { status: Status; flat?: boolean }) {
  return drawStatus(status, STATUS_FACTS[status].label, flat);
}

/** The same for tables, which have too many to spend a component on each; `word` may hold marks. */
export function drawStatus(status: Status, word: ReactNode, flat?: boolean): ReactNode {
  const asking = status === 'waiting-for-you' && !flat;
  return (
    <span className={asking ? `${styles.status} ${styles.asking}` : styles.status}>
      {GLYPHS[status]}
      {word}
    </span>
  );
}

/** StatusGlyph for tables: made once, shown wherever it is needed. */
export function drawGlyph(status: Status): ReactNode {
  return GLYPHS[status];
}

const GLYPHS = Object.fromEntries(
  STATUSES.map((status) => [
    status,
    <svg key={status} className={`${styles.glyph} ${styles[status]}`} aria-hidden="true">
      <use href={`#s-${status}`} />
    </svg>,
  ]),
) as Record<Status, ReactNode>;
