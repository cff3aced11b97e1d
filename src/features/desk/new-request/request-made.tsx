'use client';

import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { RequestCreated } from '#data/requests/create-request.ts';
import { counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { orderUrl } from '../order/url.ts';
import styles from './new-request.module.css';

type Made = Extract<RequestCreated, { kind: 'created' }>;

/** That a request was made, and the way to its orders. */
export function RequestMade({ made, onAgain }: { made: Made; onAgain: () => void }) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    card.current?.focus();
  }, []);
  const [first, ...others] = made.orders;
  return (
    <div className={styles.page}>
      <div ref={card} tabIndex={-1} className={styles.made} role="status">
        <EmptyState
          heading="h1"
          icon={<IconCircleCheck size={22} stroke={1.5} aria-hidden="true" />}
          title={`Request ${made.requestId} is made`}
          actions={
            <>
              {first && (
                <Link
                  className={`${control.button} ${control.primary}`}
                  href={orderUrl({ orderId: first.orderId })}
                >
                  Open order {first.orderId}
                </Link>
              )}
              {others.map(({ orderId }) => (
                <Link key={orderId} className={control.button} href={orderUrl({ orderId })}>
                  Open order {orderId}
                </Link>
              ))}
              <button type="button" className={`${control.button} ${control.subtle}`} onClick={onAgain}>
                Make another
              </button>
            </>
          }
        >
          {made.orders
            .map(({ orderId, type, numbers }) => `Order ${orderId}: ${counted(numbers, `${type} number`)}.`)
            .join(' ')}{' '}
          The partner sees {made.orders.length === 1 ? 'it' : 'them'} in the report at the next refresh.
        </EmptyState>
      </div>
    </div>
  );
}
