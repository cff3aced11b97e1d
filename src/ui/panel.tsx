'use client';

import { Drawer } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import styles from './panel.module.css';

type PanelProps = {
  opened: boolean;
  onClose: () => void;
  /** From the side beside the page; from below on a phone, as high as what is in it. */
  from: 'side' | 'below';
  title: string;
  /** Stays at the bottom while the rest scrolls. */
  footer?: ReactNode;
  children: ReactNode;
};

/** A drawer with its name above. Its head is no `header`, which would be a second banner of the page. */
export function Panel({ opened, onClose, from, title, footer, children }: PanelProps) {
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position={from === 'side' ? 'right' : 'bottom'}
      size={from === 'side' ? 420 : 'auto'}
      classNames={{ content: from === 'side' ? styles.side : styles.below }}
    >
      <Drawer.Overlay backgroundOpacity={0.4} />
      <Drawer.Content>
        <div className={styles.head}>
          <Drawer.Title className={styles.title}>{title}</Drawer.Title>
          <IconButton name="Close" onClick={onClose}>
            <IconX size={16} stroke={1.75} aria-hidden="true" />
          </IconButton>
        </div>
        <div className={styles.body}>{children}</div>
        {footer && <div className={styles.foot}>{footer}</div>}
      </Drawer.Content>
    </Drawer.Root>
  );
}
