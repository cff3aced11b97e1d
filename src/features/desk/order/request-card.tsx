import { counted } from '#domain/counted.ts';
import { requestStatus } from '#domain/request-status.ts';
import { DETAILED_FACTS, STATUS_FACTS, statusOf } from '#domain/status.ts';
import { Link } from '#ui/link.tsx';
import { StatusGlyph, StatusLabel } from '#ui/status-glyph.tsx';
import screen from './order-screen.module.css';
import type { OrderView } from './order-view.ts';
import styles from './request-card.module.css';
import { orderUrl } from './url.ts';

/** The request of the order: how it stands in all, and the orders that it was split into. */
export function RequestCard({ view: { order, url } }: { view: OrderView }) {
  const { siblings, requestId } = order;
  const own = { ...order, id: order.orderId };
  const orders = [own, ...siblings].toSorted((a, b) => a.id - b.id);
  const overall = requestStatus(orders);
  const numbers = orders.reduce((sum, each) => sum + each.numbers, 0);
  return (
    <section className={screen.card} aria-labelledby="request-title">
      <div className={screen.head}>
        <h2 id="request-title">
          Request {requestId}{' '}
          <small>
            {counted(orders.length, 'order')}, {counted(numbers, 'number')}
          </small>
        </h2>
        {overall && <StatusLabel status={overall.status}>{STATUS_FACTS[overall.status].label}</StatusLabel>}
      </div>
      {overall && <p className={styles.summary}>{sentence(overall.summary)}</p>}
      <ul className={styles.orders} aria-label={`Orders of request ${requestId}`}>
        {orders.map((each) => (
          <li key={each.id} aria-current={each.id === order.orderId || undefined}>
            {each.id === order.orderId ? (
              <span className={styles.name}>Order {each.id}</span>
            ) : (
              <Link className={styles.name} href={orderUrl({ orderId: each.id, from: url.from })}>
                Order {each.id}
              </Link>
            )}
            <span className={styles.status}>
              <StatusGlyph status={statusOf(each.detailedStatus)} />
              {DETAILED_FACTS[each.detailedStatus].label}
            </span>
            <span className={styles.numbers}>
              {counted(each.numbers, 'number')}, {each.type}
              {each.id === order.orderId && ' (this one)'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentence(clauses: string): string {
  return `${clauses[0]?.toUpperCase() ?? ''}${clauses.slice(1)}.`;
}
