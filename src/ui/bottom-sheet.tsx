'use client';

import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './bottom-sheet.module.css';

/** On a phone: a panel that comes from below, as high as what is in it. */
export function BottomSheet({
  opened,
  onClose,
  title,
  children,
}: {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={styles}
    >
      {children}
    </Drawer>
  );
}
