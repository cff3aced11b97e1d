'use client';

import type { OrderDetail } from '#data/orders/order.ts';
import { Banner } from '#ui/banner.tsx';
import styles from './outcome.module.css';
import { useChanges } from './use-changes.tsx';

/** What came of the last change when it was not made. */
export function Outcome({ order }: { order: OrderDetail }) {
  const { failure, unchanged } = useChanges();
  if (!failure && !unchanged) return null;
  return (
    <div className={styles.outcome}>
      {failure ? (
        <Banner tone="bad">
          {failure.sentence}
          {failure.code === 'failed' && ` Reference ${failure.reference}.`}
        </Banner>
      ) : (
        <Banner tone="info">Order {order.orderId} is so already. Nothing was changed.</Banner>
      )}
    </div>
  );
}
