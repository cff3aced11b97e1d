import type { ColumnKey } from '#domain/columns.ts';
import { displayValue } from '#domain/display.ts';
import { CHANGE_LABELS, type FieldChange } from '#domain/order-changes.ts';
import { type DetailedStatus, statusOf } from '#domain/status.ts';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import styles from './row-table.module.css';

/** What is another in an order: the status first, then each field from what it was to what it is. */
export function Effect({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <ul className={styles.changes}>
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          {field === 'detailedStatus' ? (
            <StatusGlyph status={statusOf(to as DetailedStatus)} />
          ) : (
            <span className={styles.field}>{label(field)}</span>
          )}
          {shown(field, from) !== '' && (
            <del>
              <span className="pp-vh">from </span>
              {shown(field, from)}
            </del>
          )}
          <ins>
            <span className="pp-vh"> to </span>
            {shown(field, to) || 'emptied'}
          </ins>
        </li>
      ))}
    </ul>
  );
}

function label(field: string): string {
  const words = CHANGE_LABELS[field] ?? field;
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}

function shown(field: string, value: unknown): string {
  return displayValue(field as ColumnKey, value as string | null);
}
