'use client';

import { IconKeyboard } from '@tabler/icons-react';
import { count } from '#domain/counted.ts';
import { PAGE_SIZES } from '#domain/report-request.ts';
import control from '#ui/control.module.css';
import styles from './footer.module.css';
import { rowsShown } from './report-view.ts';
import { useReport } from './use-report.tsx';

/** Which rows these are, how many go on a page, and what a blank means. */
export function Footer({ onHelp }: { onHelp: () => void }) {
  const { view, go } = useReport();
  const { from, to } = rowsShown(view);
  return (
    <footer className={styles.foot}>
      <p>{view.total === 0 ? 'No rows' : `Rows ${count(from)}–${count(to)} of ${count(view.total)}`}</p>
      <label className={styles.size}>
        Rows per page
        <select
          value={view.url.request.size}
          onChange={(event) => {
            const size = PAGE_SIZES.find((s) => String(s) === event.currentTarget.value);
            if (size) go({ size });
          }}
        >
          {PAGE_SIZES.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
      <p className={styles.blank}>Blank means nothing is recorded yet</p>
      <button
        type="button"
        className={`${control.icon} ${styles.keys}`}
        aria-label="Keyboard shortcuts"
        data-tip="Keyboard shortcuts"
        data-tip-key="?"
        onClick={onHelp}
      >
        <IconKeyboard size={16} stroke={1.75} aria-hidden="true" />
      </button>
    </footer>
  );
}
