'use client';

import { Switch } from '@mantine/core';
import { Fragment } from 'react';
import { Panel } from '#ui/panel.tsx';
import styles from './shortcut-help.module.css';

type ShortcutHelpProps = {
  opened: boolean;
  onClose: () => void;
  on: boolean;
  onSwitch: (on: boolean) => void;
};

/** What the keyboard does, and the switch for single letters. */
export function ShortcutHelp({ opened, onClose, on, onSwitch }: ShortcutHelpProps) {
  return (
    <Panel opened={opened} onClose={onClose} from="side" title="Keyboard shortcuts">
      <Switch
        className={styles.switch}
        checked={on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
        label="Single keys act by themselves"
        description="Turn this off if keys set something off by accident. The other keys stay."
      />
      {KEYS.map(({ title, keys }) => (
        <section key={title} className={styles.group}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([key, does]) => (
              <Fragment key={does}>
                <dt>
                  {key.split(' ').map((part) => (
                    <kbd key={part}>{part}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </Panel>
  );
}

const KEYS: readonly { title: string; keys: readonly (readonly [key: string, does: string])[] }[] = [
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
      ['Enter', 'Unfold the long texts of the row'],
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
