'use client';

import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import { Panel } from '#ui/panel.tsx';
import styles from './bulk.module.css';

/** Beside the list, over it, or from below on a phone. */
export type Place = 'beside' | 'side' | 'below';

type SideFrameProps = {
  place: Place;
  title: string;
  onClose: () => void;
  footer: ReactNode;
  children: ReactNode;
};

/** What is done with the selection, where there is room for it; Escape closes it. */
export function SideFrame({ place, ...frame }: SideFrameProps) {
  return place === 'beside' ? <Aside {...frame} /> : <Panel opened from={place} {...frame} />;
}

function Aside({ title, onClose, footer, children }: Omit<SideFrameProps, 'place'>) {
  const id = useId();
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    aside.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  return (
    <aside
      ref={aside}
      className={styles.aside}
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <IconButton name="Close" shortcut="Esc" onClick={onClose}>
          <IconX size={16} stroke={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      {/* It scrolls, so the keyboard must reach it. */}
      <section className={styles.body} aria-labelledby={id} {...SCROLLS}>
        {children}
      </section>
      <div className={styles.foot}>{footer}</div>
    </aside>
  );
}

const SCROLLS = { tabIndex: 0 } as const;
