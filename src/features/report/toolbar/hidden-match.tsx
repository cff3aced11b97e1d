'use client';

import type { ReportColumn } from '#domain/columns.ts';
import control from '#ui/control.module.css';
import { type SheetColumns, toggled } from '../sheet/use-columns.ts';
import styles from './hidden-match.module.css';

/** Said when what was found stands in a column that is not shown. */
export function HiddenMatch({ hidden, columns }: { hidden: ReportColumn; columns: SheetColumns }) {
  return (
    <div className={styles.note} role="status">
      This match is in {hidden.label}, which is hidden.
      <button
        type="button"
        className={`${control.button} ${control.small}`}
        onClick={() => columns.set(toggled(columns.layout, 'shown', hidden.key))}
      >
        Show {hidden.label}
      </button>
    </div>
  );
}
