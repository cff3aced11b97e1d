import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';

const ICONS = { wait: IconAlertTriangle, bad: IconAlertTriangle, info: IconInfoCircle, ok: IconCircleCheck };

/** A lasting message in the page. `wait` and `bad` are announced at once, the others when there is a pause. */
export function Banner({ tone, children }: { tone: keyof typeof ICONS; children: ReactNode }) {
  const Icon = ICONS[tone];
  return (
    <div className={`${styles.banner} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
