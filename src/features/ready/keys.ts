import type { ShortcutGroup } from '#ui/shortcut-help.tsx';

/** What the keyboard does on the page. */
export const READY_KEYS: readonly ShortcutGroup[] = [
  {
    title: 'Numbers',
    keys: [
      ['j k', 'Next, previous number'],
      ['x', 'Select it, or let it go'],
      ['Shift click', 'Select all from the last one'],
      ['a', 'Assign what is selected'],
      ['Esc', 'Select nothing'],
      ['u', 'Undo what was just assigned'],
    ],
  },
  {
    title: 'Page',
    keys: [
      ['/', 'Find'],
      ['r', 'Refresh'],
      ['?', 'This list'],
    ],
  },
];

/** What j and k go through: the box of a ready number, or the whole of an assigned one. */
const ROW = '[data-number]';

/** Moves the focus by a number of rows inside the list; from outside, to its first row. */
export function focusNumber(list: HTMLElement | null, step: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** Ticks or unticks the number in focus. */
export function tickNumber(list: HTMLElement | null): void {
  const row = document.activeElement?.closest<HTMLElement>(ROW);
  if (row instanceof HTMLInputElement && list?.contains(row)) row.click();
}
