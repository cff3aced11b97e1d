import type { Home, WaitingOrder } from '#data/home/home.ts';
import { count, counted } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { DETAILED_FACTS } from '#domain/status.ts';
import { Link } from '#ui/link.tsx';
import { StatusLabel } from '#ui/status-glyph.tsx';
import { Card, Whose } from './card.tsx';
import styles from './home.module.css';
import type { HomeLinks } from './home-links.ts';

/** What waits for the partner, the longest first, each with its reason and what to do. */
export function NeedsYouCard({ waiting, links }: { waiting: Home['waiting']; links: HomeLinks }) {
  const { numbers, count: orders, orders: shown } = waiting;
  if (orders === 0) {
    return (
      <Card id="needs-you" title="Needs you">
        <p className={styles.none}>
          Nothing waits for you. All orders are with us, with the carriers, or done.
        </p>
      </Card>
    );
  }
  return (
    <Card
      id="needs-you"
      title="Needs you"
      count={<StatusLabel status="waiting-for-you">{counted(numbers, 'number')} waiting for you</StatusLabel>}
      all={{ href: links.waiting, label: 'All in the report' }}
    >
      <ul>
        {shown.map((order) => (
          <Waiting key={order.orderId} order={order} links={links} />
        ))}
      </ul>
      {orders > shown.length && (
        <p className={styles.more}>
          and <Link href={links.waiting}>{count(orders - shown.length)} more orders</Link>, waiting for less
          long
        </p>
      )}
    </Card>
  );
}

function Waiting({ order, links }: { order: WaitingOrder; links: HomeLinks }) {
  const { detailedStatus, rejectReason, note, step, company, accountId, requestId, numbers, age } = order;
  const { label } = DETAILED_FACTS[detailedStatus];
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <h3>
          <Link className={`${styles.whole} ${styles.title}`} href={links.request({ ...order, waits: true })}>
            {rejectReason ? `${label}: ${rejectReason}` : label}
          </Link>
        </h3>
        <span className={styles.age} title={`Since ${formatMoment(order.statusSince)}`}>
          {age === 0 ? 'since today' : counted(age, 'business day')}
        </span>
      </div>
      <Whose company={company} accountId={accountId}>
        request {requestId} · {counted(numbers, 'number')}
      </Whose>
      {note && <p className={styles.note}>“{note}”</p>}
      <p>{step.todo}</p>
    </li>
  );
}
