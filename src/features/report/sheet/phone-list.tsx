'use client';

import { memo } from 'react';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { type ColumnKey, column, FIELDS } from '#domain/columns.ts';
import type { Needle } from '#domain/find.ts';
import { isOpen } from '#domain/status.ts';
import { StatusLabel } from '#ui/status-glyph.tsx';
import { type SheetRow, shownIn } from '../wire.ts';
import { cellText, isHit } from './cell-text.tsx';
import styles from './phone-list.module.css';
import type { CurrentMatch } from './report-table.tsx';

type PhoneListProps = {
  label: string;
  rows: SheetRow[];
  today: CalendarDate;
  needle: Needle | null;
  current: CurrentMatch | null;
  /** The row whose story is open. */
  open: string | null;
};

/** One page of the report for a narrow screen: number, status, company, the date that counts, detailed status. */
export function PhoneList({ label, rows, today, needle, current, open }: PhoneListProps) {
  return (
    <ol className={styles.list} aria-label={label}>
      {rows.map((row) => (
        <Item
          key={row.id}
          row={row}
          today={today}
          needle={needle}
          current={current?.row === row.id ? current.column : null}
          open={open === row.id}
        />
      ))}
    </ol>
  );
}

type ItemProps = {
  row: SheetRow;
  today: CalendarDate;
  needle: Needle | null;
  current: ColumnKey | null;
  open: boolean;
};

const Item = memo(function Item({ row, today, needle, current, open }: ItemProps) {
  const text = (key: ColumnKey) => cellText(row, column(key), needle, current === key);
  const date: ColumnKey = row.order.values.focOn ? 'focOn' : 'estimatedOn';
  const on = row.order.values[date];
  const late = isOpen(row.order.detailedStatus) && typeof on === 'string' && on < today;
  const listed: ColumnKey[] = ['phone', 'status', 'company', 'detailedStatus', date];
  return (
    <li
      className={row.first ? `${styles.item} ${styles.first}` : styles.item}
      aria-current={open || undefined}
    >
      <span className={styles.number}>{text('phone')}</span>
      <span className={styles.status}>
        <StatusLabel status={row.order.status}>{text('status')}</StatusLabel>
      </span>
      <span className={styles.company}>{text('company')}</span>
      {on && (
        <span className={late ? `${styles.date} ${styles.late}` : styles.date}>
          <abbr title={column(date).label}>{date === 'focOn' ? 'FOC' : 'EPD'}</abbr> {text(date)}
          {late && ', late'}
        </span>
      )}
      {shownIn(row, 'detailedStatus') !== shownIn(row, 'status') && (
        <span className={styles.detail}>{text('detailedStatus')}</span>
      )}
      {needle &&
        FIELDS.filter((c) => !listed.includes(c.key) && isHit(row, c, needle)).map((c) => (
          <span key={c.key} className={styles.also}>
            <b>{c.label}</b> {text(c.key)}
          </span>
        ))}
    </li>
  );
});
