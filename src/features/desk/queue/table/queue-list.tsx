'use client';

import { IconClockExclamation } from '@tabler/icons-react';
import { counted } from '#domain/counted.ts';
import { DETAILED_FACTS, statusOf } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import { useQueue } from '../use-queue.tsx';
import type { Selection } from '../use-selection.ts';
import { captionOf, nextDateWords } from '../words.ts';
import styles from './queue-list.module.css';

/** One page of orders for a narrow screen: order, company, the date that counts, detailed status and for how long. */
export function QueueList({
  selection,
  hrefOf,
}: {
  selection: Selection;
  hrefOf: (orderId: number) => string;
}) {
  const { view } = useQueue();
  return (
    <ol className={styles.list} aria-label={captionOf(view)}>
      {view.items.map((item) => {
        const next = nextDateWords(item, view.today);
        const selected = selection.has(item.orderId);
        return (
          <li
            key={item.orderId}
            className={styles.item}
            data-order={item.orderId}
            data-selected={selected ? '' : undefined}
          >
            <label className={styles.tick}>
              <input
                type="checkbox"
                className={control.check}
                aria-label={`Select order ${item.orderId}`}
                checked={selected}
                readOnly
                onClick={(event) => selection.toggle(item, event.shiftKey)}
              />
            </label>
            <Link className={styles.order} href={hrefOf(item.orderId)} prefetch={false}>
              {item.orderId}
            </Link>
            {item.late === null ? (
              <span className={styles.date}>{next.date}</span>
            ) : (
              <span className={`${styles.date} ${styles.late}`}>
                <IconClockExclamation size={14} stroke={1.75} aria-hidden="true" />
                {next.date}, {next.more}
              </span>
            )}
            <span className={styles.company}>{item.company ?? `Account ${item.accountId}`}</span>
            <span className={styles.status}>
              <StatusGlyph status={statusOf(item.detailedStatus)} />
              {DETAILED_FACTS[item.detailedStatus].label}
              <small>{item.age === 0 ? 'since today' : `for ${counted(item.age, 'business day')}`}</small>
              {item.repliedAt && <small>partner replied {item.repliedAt}</small>}
            </span>
            <span className={styles.partner}>
              {counted(item.numbers, 'number')} · {item.partner} · Request {item.requestId}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
