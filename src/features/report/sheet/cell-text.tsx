import { Fragment, type ReactNode } from 'react';
import type { ColumnKey, ReportColumn } from '#domain/columns.ts';
import { cellMarks, type Mark, type Needle } from '#domain/find.ts';
import { type SheetRow, shownIn, valueIn } from '../wire.ts';
import styles from './cell-text.module.css';

/**
 * The text of a cell, with what Find is looking for marked in it; blank stays blank. `current` says that the first mark
 * is the match that Find stands on. A function, since a page has a thousand cells.
 */
export function cellText(
  row: SheetRow,
  column: ReportColumn,
  needle: Needle | null,
  current: boolean,
): ReactNode {
  const shown = shownIn(row, column.key);
  if (shown === '') return null;
  const marks = needle ? cellMarks(column, valueIn(row, column.key), needle) : NO_MARKS;
  const text = marked(shown, marks, current, column.key === 'phone' ? tightHyphen : asIs);
  if (column.kind !== 'date' || shown[1] !== ' ') return text;
  // One-digit days line up with the others.
  return Array.isArray(text) ? ['\u2007', ...text] : `\u2007${text}`;
}

const NO_MARKS: readonly Mark[] = [];

/** Whether a cell of the row holds what Find is looking for. */
export function isHit(row: SheetRow, column: ReportColumn, needle: Needle): boolean {
  return cellMarks(column, valueIn(row, column.key as ColumnKey), needle).length > 0;
}

function marked(
  text: string,
  marks: readonly Mark[],
  current: boolean,
  draw: (part: string) => ReactNode,
): ReactNode[] | ReactNode {
  if (marks.length === 0) return draw(text);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [n, { start, end }] of marks.entries()) {
    if (start > at) parts.push(<Fragment key={at}>{draw(text.slice(at, start))}</Fragment>);
    parts.push(
      <mark key={start} className={styles.mark} aria-current={(current && n === 0) || undefined}>
        {draw(text.slice(start, end))}
      </mark>,
    );
    at = end;
  }
  if (at < text.length) parts.push(<Fragment key={at}>{draw(text.slice(at))}</Fragment>);
  return parts;
}

function asIs(part: string): ReactNode {
  return part;
}

/** Tabular figures bring a wide hyphen with them, too wide inside a phone number. */
function tightHyphen(part: string): ReactNode {
  const at = part.indexOf('-');
  if (at < 0) return part;
  return (
    <>
      {part.slice(0, at)}
      <i className={styles.hyphen}>-</i>
      {part.slice(at + 1)}
    </>
  );
}
