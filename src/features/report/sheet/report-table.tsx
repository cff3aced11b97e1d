'use client';

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import type { ColumnKey } from '#domain/columns.ts';
import type { Needle } from '#domain/find.ts';
import type { ReportSort } from '#domain/report-request.ts';
import { askingPill, glyphInside, glyphOf } from '#ui/status-glyph.tsx';
import type { SheetRow } from '../wire.ts';
import { cellText } from './cell-text.tsx';
import styles from './report-table.module.css';
import type { SheetColumn } from './visible-columns.ts';

export type CurrentMatch = { row: string; column: ColumnKey | null };

type ReportTableProps = {
  caption: string;
  columns: readonly SheetColumn[];
  width: number;
  scale: number;
  rows: SheetRow[];
  needle: Needle | null;
  current: CurrentMatch | null;
  /** The row whose story is open. */
  open: string | null;
  sort: ReportSort | null;
  onSort: (sort: ReportSort | null) => void;
};

/** Up to this width of columns, in pixels of the screen, a row can be read on letter paper; beyond, it is printed on tabloid. */
const LETTER = 1500;

/** One page of the report as a table: the header stays, pinned columns stay, lines set orders apart. */
export function ReportTable({
  caption,
  columns,
  width,
  scale,
  rows,
  needle,
  current,
  open,
  sort,
  onSort,
}: ReportTableProps) {
  return (
    <table
      className={styles.table}
      style={vars({ '--width': `${width}px`, '--scale': scale })}
      data-scale={scale}
      data-clips=""
      data-paper={width > LETTER ? 'tabloid' : undefined}
    >
      <caption className="pp-vh">{caption}</caption>
      <colgroup>
        {columns.map((c, n) => (
          // The last column takes what is left, so that the offsets of pinned ones hold.
          <col key={c.key} className={styles.col} style={share(c.width, width, n === columns.length - 1)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((c) => (
            <Head key={c.key} column={c} sort={sort?.key === c.key ? sort : null} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            columns={columns}
            needle={needle}
            current={current?.row === row.id ? current.column : null}
            open={open === row.id}
          />
        ))}
      </tbody>
    </table>
  );
}

type HeadProps = { column: SheetColumn; sort: ReportSort | null; onSort: (sort: ReportSort | null) => void };

function Head({ column, sort, onSort }: HeadProps) {
  const Arrow = sort?.direction === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={pinClass(column, styles.head)}
      style={column.left ? { left: column.left } : undefined}
      aria-sort={sort ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <button
        type="button"
        className={styles.sort}
        data-on={sort ? '' : undefined}
        data-tip={column.help}
        data-tip-touch=""
        onClick={() => onSort(nextSort(column.key, sort))}
      >
        {column.label}
        {sort && <Arrow size={12} stroke={2} aria-hidden="true" />}
      </button>
    </th>
  );
}

type RowProps = {
  row: SheetRow;
  columns: readonly SheetColumn[];
  needle: Needle | null;
  current: ColumnKey | null;
  open: boolean;
};

const Row = memo(function Row({ row, columns, needle, current, open }: RowProps) {
  return (
    <tr
      className={`${styles.row} ${glyphOf(row.order.status)}${row.first ? ` ${styles.first}` : ''}`}
      aria-selected={open || undefined}
    >
      {columns.map((c) => {
        const text = cellText(row, c, needle, current === c.key);
        const className = cellClass(c, row);
        if (c.key === 'phone') {
          return (
            <th key={c.key} scope="row" className={className}>
              {text}
            </th>
          );
        }
        return (
          <td key={c.key} className={className} style={c.left ? { left: c.left } : undefined}>
            {isAsking(c, row) ? <span className={askingPill}>{text}</span> : text}
          </td>
        );
      })}
    </tr>
  );
});

/** Ascending, then descending, then the report's own order again. */
function nextSort(key: ColumnKey, sort: ReportSort | null): ReportSort | null {
  if (!sort) return { key, direction: 'asc' };
  return sort.direction === 'asc' ? { key, direction: 'desc' } : null;
}

function cellClass(column: SheetColumn, row: SheetRow): string | undefined {
  if (column.key === 'phone') return pinClass(column, glyphInside);
  if (column.key !== 'status') return pinClass(column);
  return pinClass(column, isAsking(column, row) ? styles.whole : glyphInside);
}

function isAsking(column: SheetColumn, row: SheetRow): boolean {
  return column.key === 'status' && row.order.status === 'waiting-for-you';
}

function pinClass(column: SheetColumn, base?: string): string | undefined {
  if (column.left === null) return base;
  const pinned = column.lastPinned ? `${styles.pin} ${styles.edge}` : styles.pin;
  return base ? `${base} ${pinned}` : pinned;
}

function share(width: number, total: number, last: boolean): CSSProperties {
  const percent = `${((width / total) * 100).toFixed(2)}%`;
  return vars({ '--screen': last ? 'auto' : `${width}px`, '--paper': percent });
}

function vars(values: Record<`--${string}`, string | number>): CSSProperties {
  return values as CSSProperties;
}
