'use client';

import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { QUEUE_COLUMNS } from '#domain/order-queue.ts';
import control from '#ui/control.module.css';
import { MenuButton } from '#ui/menu-button.tsx';
import { useQueue } from '../use-queue.tsx';
import { SORT_WORDS } from '../words.ts';
import styles from './filters.module.css';

/** In which order: by any column, either way round. */
export function SortMenu() {
  const { asked, go } = useQueue();
  const { sort } = asked;
  return (
    <MenuButton
      className={`${control.button} ${control.subtle} ${styles.sort}`}
      position="bottom-end"
      width={260}
      aria-label={`Sorted: ${SORT_WORDS[sort.column][sort.descending ? 1 : 0]}`}
      items={
        <div className={styles.choices}>
          {QUEUE_COLUMNS.flatMap((column) =>
            [false, true].map((descending) => {
              const on = sort.column === column && sort.descending === descending;
              return (
                <Menu.Item
                  key={`${column} ${descending}`}
                  onClick={() => go({ sort: { column, descending } })}
                  aria-current={on || undefined}
                  rightSection={on && <IconCheck size={14} stroke={2} aria-hidden="true" />}
                >
                  {SORT_WORDS[column][descending ? 1 : 0]}
                </Menu.Item>
              );
            }),
          )}
        </div>
      }
    >
      {SORT_WORDS[sort.column][sort.descending ? 1 : 0]}
      <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
    </MenuButton>
  );
}
