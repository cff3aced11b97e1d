import type { ShortcutGroup } from '#ui/shortcut-help.tsx';

/** What single keys do on the desk. */
export const DESK_KEYS: readonly ShortcutGroup[] = [
  {
    title: 'Orders',
    keys: [
      ['j k', 'Next order, previous order'],
      ['↓ ↑', 'The same, once an order is in focus'],
      ['Enter', 'Open the order in focus'],
      ['x', 'Select it, or let it go'],
      ['Shift x', 'Select all from the last one'],
      ['m', 'Change the status of what is selected'],
    ],
  },
  {
    title: 'List',
    keys: [
      ['/', 'Go to search'],
      ['[ ]', 'Previous page, next page'],
      ['r', 'Refresh'],
      ['?', 'This list'],
      ['Esc', 'Close a panel, clear the search'],
    ],
  },
];
