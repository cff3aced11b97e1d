import type { KeyboardEvent } from 'react';

/** Moves the focus by a number of rows inside the sheet; from outside, to its first row. */
export function focusRow(sheet: HTMLElement | null, step: number): void {
  const rows = [...(sheet?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step));
  const row = rows[next];
  if (!row) return;
  row.tabIndex = -1;
  row.focus();
}

const ROW = 'tbody > tr, ol > li';

/** Arrows move between rows, Enter goes into the sheet and, on a row, unfolds its long texts. */
export function rowKeys(event: KeyboardEvent<HTMLElement>): void {
  const row = event.target instanceof HTMLElement && event.target.matches(ROW) ? event.target : null;
  if (event.key === 'Enter' && row) row.toggleAttribute('data-open');
  else if (event.key === 'Enter' && event.target === event.currentTarget) focusRow(event.currentTarget, 1);
  else if (row && event.key === 'ArrowDown') focusRow(event.currentTarget, 1);
  else if (row && event.key === 'ArrowUp') focusRow(event.currentTarget, -1);
  else return;
  event.preventDefault();
}
