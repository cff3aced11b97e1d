'use client';

import { useState } from 'react';
import { AfterHydration } from '#ui/anchor.tsx';
import { type ShortcutGroup, ShortcutHelp } from '#ui/shortcut-help.tsx';
import { useShortcuts } from '#ui/use-shortcuts.ts';

/** Remembers a preference of the viewer; not ok when that failed. */
export type Remember = (key: string, value: unknown) => Promise<{ ok: boolean }>;

/** Single keys of an order's page: each goes to, or presses, what bears it as `data-key`. */
export function OrderKeys({ letters, save }: { letters: boolean; save: Remember }) {
  const [on, setOn] = useState(letters);
  const [helping, setHelping] = useState(false);
  const keys = Object.fromEntries(LETTERS.map((key) => [key, () => press(key)]));
  useShortcuts(on, { ...keys, '?': () => setHelping(true) });
  return (
    <AfterHydration>
      <ShortcutHelp
        groups={GROUPS}
        opened={helping}
        onClose={() => setHelping(false)}
        on={on}
        onSwitch={(next) => {
          setOn(next);
          save('shortcuts', next).catch(() => undefined);
        }}
      />
    </AfterHydration>
  );
}

const LETTERS = ['j', 'k', 'm', 'e', 'n', 'u'] as const;

const GROUPS: readonly ShortcutGroup[] = [
  {
    title: 'This order',
    keys: [
      ['m', 'Move it'],
      ['e', 'Edit its fields'],
      ['n', 'Write a note'],
      ['u', 'Undo what was just done'],
    ],
  },
  {
    title: 'Queue',
    keys: [
      ['j k', 'Next order, previous order'],
      ['?', 'This list'],
      ['Esc', 'Close a panel or a list'],
    ],
  },
];

function press(key: string): void {
  const target = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (target?.matches('input, textarea')) target.focus();
  else target?.click();
}
