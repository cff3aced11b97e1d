import type { ReactNode } from 'react';
import { STATUS_FACTS, type Status } from '#domain/status.ts';
import styles from './status-glyph.module.css';

/** The shape of a status, which says nothing to assistive technology: its word stands beside it. */
export function StatusGlyph({ status }: { status: Status }) {
  return <span className={`${styles.glyph} ${styles[status]}`} />;
}

/** Glyph and word; `children` stand in for the word when it is marked. The one status that asks something is a pill. */
export function StatusLabel({ status, children }: { status: Status; children?: ReactNode }) {
  const asking = status === 'waiting-for-you' ? ` ${styles.asking}` : '';
  return (
    <span className={`${styles.status} ${styles.inside} ${styles[status]}${asking}`}>
      {children ?? STATUS_FACTS[status].label}
    </span>
  );
}

/**
 * For tables, which have too many statuses to spend elements on: on a row, the class that gives its glyphs their shape
 * and colour; on a cell, `glyphInside` puts one before what is in it; `asking` makes the pill.
 */
export function glyphOf(status: Status): string {
  return styles[status] ?? '';
}

export const glyphInside = styles.inside ?? '';
export const askingPill = `${styles.status} ${styles.inside} ${styles.asking}`;
