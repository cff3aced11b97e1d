'use client';

import { useAlive } from '#ui/anchor.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { FactsCard } from './facts-card.tsx';
import { History } from './history.tsx';
import { MovePanel } from './move-panel.tsx';
import { NumbersCard } from './numbers-card.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderKeys, type Remember } from './order-keys.tsx';
import styles from './order-screen.module.css';
import type { OrderView } from './order-view.ts';
import { Outcome } from './outcome.tsx';
import { Replies } from './replies.tsx';
import { RequestCard } from './request-card.tsx';
import { TransferCard } from './transfer-card.tsx';
import { ChangesProvider } from './use-changes.tsx';

/** One order: what it is, what can be done with it, and all that happened to it. */
export function OrderScreen({ view, save }: { view: OrderView; save: Remember }) {
  const alive = useAlive();
  return (
    // What was typed belongs to its order: the next one begins anew.
    <ChangesProvider key={view.order.orderId} order={view.order}>
      <div className={styles.page} data-alive={alive ? '' : undefined}>
        <OrderHead view={view} />
        <OrderKeys letters={view.letters} save={save} />
        <Outcome order={view.order} />
        <ConflictPanel order={view.order} />
        <Replies order={view.order} />
        <div className={styles.order}>
          <div className={styles.stack}>
            <FactsCard view={view} />
            <NumbersCard view={view} />
            <RequestCard view={view} />
            <TransferCard view={view} />
            <History view={view} />
          </div>
          <aside className={styles.side} aria-label="Move the order">
            <MovePanel view={view} />
          </aside>
        </div>
      </div>
    </ChangesProvider>
  );
}
