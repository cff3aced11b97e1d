'use client';

import { IconArrowNarrowRight, IconBan, IconCircleCheck, IconEqual } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ActPreview, RefusedOrder } from '#data/orders/act.ts';
import { count, counted } from '#domain/counted.ts';
import { DETAILED_FACTS } from '#domain/status.ts';
import { Link } from '#ui/link.tsx';
import styles from './bulk.module.css';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

type PreviewViewProps = {
  preview: ActPreview;
  hrefOf: (orderId: number) => string;
  /** Takes orders out of the selection; null when all that match are selected. */
  onDrop: ((orderIds: readonly number[]) => void) | null;
};

/** What an act will do: first what cannot change, with why and a way out, then what will. */
export function PreviewView({ preview, hrefOf, onDrop }: PreviewViewProps) {
  const { ready, refused, counts } = preview;
  const top = useRef<HTMLDivElement>(null);
  // It comes below the fields that it was asked with, which may be as high as the panel.
  // Scrolling answers a promise, which an effect must not.
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={top} className={styles.preview} role="status">
      {counts.refused > 0 && (
        <>
          <h3 className={styles.group}>
            <IconBan {...ICON} />
            {count(counts.refused)} cannot
            {onDrop && counts.refused > 1 && counts.refused === refused.length && (
              <button
                type="button"
                className={styles.link}
                onClick={() => onDrop(refused.map(({ order }) => order.orderId))}
              >
                Take all out
              </button>
            )}
          </h3>
          <Refused refused={refused} total={counts.refused} hrefOf={hrefOf} onDrop={onDrop} />
        </>
      )}
      {counts.unchanged > 0 && (
        <h3 className={styles.group}>
          <IconEqual {...ICON} />
          {count(counts.unchanged)} {counts.unchanged === 1 ? 'is' : 'are'} so already
        </h3>
      )}
      {counts.beyond > 0 && (
        <p className={styles.hint}>
          {counted(counts.beyond, 'order')} more match: one change takes 20,000, so change these first.
        </p>
      )}
      <h3 className={styles.group}>
        <IconCircleCheck {...ICON} />
        {counts.ready === 0 ? 'None will change' : `${count(counts.ready)} will change`}
        {counts.ready > 0 && <span>{counted(counts.numbers, 'number')}</span>}
      </h3>
      {ready.map(({ from, to, orders, listed }) => (
        <section key={`${from} ${to}`} className={styles.way}>
          <p>
            {DETAILED_FACTS[from].label}{' '}
            <IconArrowNarrowRight size={14} stroke={1.75} role="img" aria-label="to" />{' '}
            {DETAILED_FACTS[to].label} <span>{count(orders)}</span>
          </p>
          <ul className={styles.orders}>
            {listed.map(({ orderId, company, partner }) => (
              <li key={orderId}>
                <Link href={hrefOf(orderId)} prefetch={false}>
                  {orderId}
                </Link>
                <span>{company ?? partner}</span>
              </li>
            ))}
          </ul>
          <More total={orders} listed={listed.length} />
        </section>
      ))}
    </div>
  );
}

type RefusedProps = Omit<PreviewViewProps, 'preview'> & { refused: readonly RefusedOrder[]; total: number };

/** Orders that stay as they are, each with its reason. */
export function Refused({ refused, total, hrefOf, onDrop }: RefusedProps) {
  return (
    <ul className={styles.refused}>
      {refused.map(({ order, because }) => (
        <li key={order.orderId}>
          <b>
            {order.orderId}, {order.company ?? order.partner}
          </b>
          <p>{because}</p>
          <p>
            <Link href={hrefOf(order.orderId)} prefetch={false}>
              Open order
            </Link>
            {onDrop && (
              <>
                <span aria-hidden="true"> · </span>
                <button type="button" className={styles.link} onClick={() => onDrop([order.orderId])}>
                  Take out of selection
                </button>
              </>
            )}
          </p>
        </li>
      ))}
      {total > refused.length && (
        <li>
          <p>and {count(total - refused.length)} more</p>
        </li>
      )}
    </ul>
  );
}

function More({ total, listed }: { total: number; listed: number }) {
  return total > listed ? <p className={styles.hint}>and {count(total - listed)} more</p> : null;
}
