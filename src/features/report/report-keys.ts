import type { ShortcutGroup } from '#ui/shortcut-help.tsx';

/** What single keys do on the report's page. */
export const REPORT_KEYS: readonly ShortcutGroup[] = [
  {
    title: 'Find',
    keys: [
      ['/', 'Go to Find'],
      ['Enter', 'Next match'],
      ['Shift Enter', 'Previous match'],
      ['Esc', 'Clear Find'],
    ],
  },
  {
    title: 'Pages and rows',
    keys: [
      ['[ ]', 'Previous page, next page'],
      ['g', 'Go to the page box'],
      ['j k', 'Next row, previous row'],
      ['↑ ↓', 'The same, once a row is in focus'],
      ['Enter', 'Open the row: its story'],
      ['Esc', 'Close it'],
      ['Space', 'Unfold the long texts of the row'],
    ],
  },
  {
    title: 'Report',
    keys: [
      ['r', 'Refresh'],
      ['e', 'Export'],
      ['p', 'Print this page'],
      ['c', 'Choose columns'],
      ['?', 'This list'],
      ['Esc', 'Close a menu or panel'],
    ],
  },
];
