'use client';

import {
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
  IconKeyboard,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { QueuePosition } from '#domain/order-queue.ts';
import { IconButton } from '#ui/icon-button.tsx';
import styles from './queue-screen.module.css';
import { useQueue } from './use-queue.tsx';
import { placeWords } from './words.ts';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** Which orders these are, and the ways to the others. */
export function Footer({ onHelp }: { onHelp: () => void }) {
  const { view } = useQueue();
  const { previous, next } = view;
  const first = 'These are the first orders';
  const last = 'These are the last orders';
  return (
    <footer className={styles.foot}>
      <p>{placeWords(view)}</p>
      <IconButton className={styles.keys} name="Keyboard shortcuts" shortcut="?" onClick={onHelp}>
        <IconKeyboard {...ICON} />
      </IconButton>
      <div className={styles.pager}>
        <To name="First page" idle={!previous && first} position={null}>
          <IconChevronsLeft {...ICON} />
        </To>
        <To
          name="Previous page"
          shortcut="["
          idle={!previous && first}
          position={previous && { before: previous }}
        >
          <IconChevronLeft {...ICON} />
        </To>
        <To name="Next page" shortcut="]" idle={!next && last} position={next && { after: next }}>
          <IconChevronRight {...ICON} />
        </To>
        <To name="Last page" idle={!next && last} position="last">
          <IconChevronsRight {...ICON} />
        </To>
      </div>
    </footer>
  );
}

type ToProps = {
  name: string;
  shortcut?: string;
  idle: string | false;
  position: QueuePosition;
  children: ReactNode;
};

function To({ position, ...button }: ToProps) {
  const { go } = useQueue();
  return <IconButton {...button} onClick={() => go({ position })} />;
}
