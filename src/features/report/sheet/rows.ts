import type { KeyboardEvent, MouseEvent } from 'react';

/** Moves the focus by a number of rows inside the sheet; from outside, to its first row. */
export function focusRow(sheet: HTMLElement | null, step: number): void {
  const rows = [...(sheet?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step));
  focusOn(rows[next]);
}

/** Focuses the row at a place, or the sheet when it has none there. */
export function focusRowAt(sheet: HTMLElement | null, at: number): void {
  const row = rowAt(sheet, at);
  if (row) focusOn(row);
  else sheet?.focus();
}

/** The row at a place. */
export function rowAt(sheet: HTMLElement | null, at: number): HTMLElement | undefined {
  return at < 0 ? undefined : sheet?.querySelectorAll<HTMLElement>(ROW)[at];
}

/** Where in its sheet the row stands that an event happened to; -1 for none. */
export function placeOf(sheet: HTMLElement, target: EventTarget): number {
  const row = target instanceof Element ? target.closest<HTMLElement>(ROW) : null;
  return row ? [...sheet.querySelectorAll<HTMLElement>(ROW)].indexOf(row) : -1;
}

/** Whether a click is meant for the row: it selects no text, opens nothing elsewhere, and hits nothing that does more. */
export function isForRow(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.detail > 1) return false;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  if (document.getSelection()?.isCollapsed === false) return false;
  return event.target instanceof Element && event.target.closest('a, button, input, label') === null;
}

function focusOn(row: HTMLElement | undefined): void {
  if (!row) return;
  row.tabIndex = -1;
  row.focus();
}

const ROW = 'tbody > tr, ol > li';

type RowActs = { onOpen: (at: number) => void; onMove: (step: 1 | -1) => void };

/** Arrows move between rows, Enter goes into the sheet and opens a row, the space bar unfolds a row's long texts. */
export function rowKeys(event: KeyboardEvent<HTMLElement>, { onOpen, onMove }: RowActs): void {
  const row = event.target instanceof HTMLElement && event.target.matches(ROW) ? event.target : null;
  if (event.key === ' ' && row) row.toggleAttribute('data-open');
  else if (event.key === 'Enter' && row) onOpen(placeOf(event.currentTarget, row));
  else if (event.key === 'Enter' && event.target === event.currentTarget) focusRow(event.currentTarget, 1);
  else if (row && event.key === 'ArrowDown') onMove(1);
  else if (row && event.key === 'ArrowUp') onMove(-1);
  else return;
  event.preventDefault();
}
