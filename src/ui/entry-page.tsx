import type { ReactNode } from 'react';
import { STATUS_FACTS, STATUSES } from '#domain/status.ts';
import { Brand } from './brand.tsx';
import { ColorSchemeMenu } from './color-scheme-menu.tsx';
import styles from './entry-page.module.css';
import { StatusGlyph } from './status-glyph.tsx';

/** A page on the way in: what is to be done on one side, what the statuses mean on the other. */
export function EntryPage({ children }: { children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.side}>
        <div className={styles.top}>
          <Brand />
          <ColorSchemeMenu />
        </div>
        {children}
      </div>
      <aside className={styles.legendSide} aria-label="What the statuses mean">
        <div>
          <h2>Six statuses, each with one meaning</h2>
          <ul className={styles.legend}>
            {STATUSES.map((status) => (
              <li key={status}>
                <StatusGlyph status={status} />
                <b>{STATUS_FACTS[status].label}</b>
                <span>{STATUS_FACTS[status].meaning}</span>
              </li>
            ))}
          </ul>
        </div>
      </aside>
    </main>
  );
}
