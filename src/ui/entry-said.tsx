import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './entry-form.module.css';

/** What a form on the way in has to say above its fields: a problem, read aloud at once, or good news. */
export function EntrySaid({ id, tone, children }: { id: string; tone: 'bad' | 'ok'; children: ReactNode }) {
  const Icon = tone === 'bad' ? IconAlertTriangle : IconCircleCheck;
  return (
    <div id={id} role={tone === 'bad' ? 'alert' : 'status'} className={styles.said}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}
