import type { ColumnKey } from '#domain/columns.ts';
import { displayValue } from '#domain/display.ts';
import { CHANGE_LABELS } from '#domain/order-changes.ts';
import { parseDetailedStatus, statusOf } from '#domain/status.ts';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import styles from './change-value.module.css';

/** A field's name at the beginning of a line. */
export function changeLabel(field: string): string {
  const label = CHANGE_LABELS[field] ?? field;
  return `${label[0]?.toUpperCase() ?? ''}${label.slice(1)}`;
}

/** A value of an event as it is shown; what is not set is said. */
export function ChangeValue({ field, value }: { field: string; value: unknown }) {
  const words = changeWords(field, value);
  if (words === '') return <span className={styles.empty}>Not set</span>;
  const detailed = field === 'detailedStatus' ? parseDetailedStatus(String(value)) : null;
  if (!detailed) return words;
  return (
    <span className={styles.status}>
      <StatusGlyph status={statusOf(detailed)} />
      {words}
    </span>
  );
}

/** The same as plain words; empty when it is not set. */
export function changeWords(field: string, value: unknown): string {
  return displayValue(field as ColumnKey, value as string | null);
}
