'use client';

import { Switch } from '@mantine/core';
import { Fragment } from 'react';
import { Panel } from './panel.tsx';
import styles from './shortcut-help.module.css';

/** Keys by what they are about; several in one text with blanks between. */
export type ShortcutGroup = { title: string; keys: readonly (readonly [key: string, does: string])[] };

type ShortcutHelpProps = {
  groups: readonly ShortcutGroup[];
  opened: boolean;
  onClose: () => void;
  on: boolean;
  onSwitch: (on: boolean) => void;
};

/** What the keyboard does, and the switch for single letters. */
export function ShortcutHelp({ groups, opened, onClose, on, onSwitch }: ShortcutHelpProps) {
  return (
    <Panel opened={opened} onClose={onClose} from="side" title="Keyboard shortcuts">
      <Switch
        className={styles.switch}
        checked={on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
        label="Single keys act by themselves"
        description="Turn this off if keys set something off by accident. The other keys stay."
      />
      {groups.map(({ title, keys }) => (
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
