'use client';

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type MouseEvent, useRef } from 'react';
import type { QueueColumn, QueueSort } from '#domain/order-queue.ts';
import { QUEUE_ORDER } from '#domain/order-queue.ts';
import control from '#ui/control.module.css';
import { useEdges } from '#ui/use-edges.ts';
import { useQueue } from '../use-queue.tsx';
import type { Selection } from '../use-selection.ts';
import { captionOf } from '../words.ts';
import styles from './queue-table.module.css';
import { QueueTableRow } from './queue-table-row.tsx';

type Column = { column: QueueColumn; label: string; className?: string; tip: string };

/** What the table shows, in its order; sorted by each. */
const COLUMNS: readonly Column[] = [
  { column: 'order', label: 'Order', className: styles.order, tip: 'Sort by order' },
  {
    column: 'since',
    label: 'In status',
    className: styles.right,
    tip: 'Business days in this status; sort by since when',
  },
  { column: 'detailedStatus', label: 'Detailed status', tip: 'Sort by the steps of a port' },
  { column: 'nextOn', label: 'Next date', tip: 'FOC, else EPD, while the order is open' },
  { column: 'partner', label: 'Partner', className: styles.partner, tip: 'Sort by partner' },
  { column: 'company', label: 'Account', tip: 'Sort by company' },
  { column: 'numbers', label: 'Numbers', className: styles.right, tip: 'Sort by how many' },
  { column: 'caseNumber', label: 'Case', tip: 'FP case number' },
  { column: 'changed', label: 'Last change (PT)', tip: 'Who changed it last, and when' },
];

/** One page of orders as a table: the header stays, lines set orders apart. */
export function QueueTable({
  selection,
  hrefOf,
}: {
  selection: Selection;
  hrefOf: (orderId: number) => string;
}) {
  const { view, asked, go } = useQueue();
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useEdges(sheet, frame);
  return (
    <div ref={frame} className={styles.frame}>
      {/* It scrolls, so the keyboard must reach it. */}
      <section ref={sheet} className={styles.sheet} aria-label="List of orders" {...SCROLLS}>
        <table className={styles.table} data-clips="">
          <caption className="pp-vh">{captionOf(view)}</caption>
          <thead>
            <tr>
              <th scope="col" className={`${styles.head} ${styles.check}`}>
                <input
                  ref={(box) => {
                    if (box) box.indeterminate = selection.shown === 'some';
                  }}
                  type="checkbox"
                  className={control.check}
                  aria-label="Select all shown"
                  checked={selection.shown === 'all' && view.items.length > 0}
                  onChange={selection.toggleShown}
                />
              </th>
              {COLUMNS.map((column) => (
                <Head key={column.column} {...column} sort={asked.sort} onSort={(sort) => go({ sort })} />
              ))}
            </tr>
          </thead>
          <tbody>
            {view.items.map((item) => (
              <QueueTableRow
                key={item.orderId}
                item={item}
                today={view.today}
                href={hrefOf(item.orderId)}
                selected={selection.has(item.orderId)}
                onToggle={(event: MouseEvent) => selection.toggle(item, event.shiftKey)}
              />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

const SCROLLS = { tabIndex: 0 } as const;

type HeadProps = Column & { sort: QueueSort; onSort: (sort: QueueSort) => void };

function Head({ column, label, className, tip, sort, onSort }: HeadProps) {
  const on = sort.column === column;
  // The column shows how long ago it was, so what came first is the most.
  const falls = column === 'since' ? !sort.descending : sort.descending;
  const Arrow = falls ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={className ? `${styles.head} ${className}` : styles.head}
      aria-sort={on ? (falls ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className={styles.sort}
        data-on={on ? '' : undefined}
        data-tip={tip}
        onClick={() => onSort(nextSort(column, sort))}
      >
        {label}
        {on && <Arrow size={12} stroke={2} aria-hidden="true" />}
      </button>
    </th>
  );
}

/** One way, then the other, then the desk's own order again. */
function nextSort(column: QueueColumn, sort: QueueSort): QueueSort {
  if (sort.column !== column) return { column, descending: false };
  return sort.descending && column !== QUEUE_ORDER.column
    ? QUEUE_ORDER
    : { column, descending: !sort.descending };
}
