'use client';

import { IconChevronRight, IconShare2 } from '@tabler/icons-react';
import { count, counted } from '#domain/counted.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { linksPath } from '#domain/request-link.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import { isSameRow } from '../row-ref.ts';
import { useReport } from '../use-report.tsx';
import styles from './story-request.module.css';
import text from './story-text.module.css';
import type { StoryOrderView, StoryView } from './story-view.ts';

/** The request of the number: how it stands in all, and its orders with their numbers, this number's own first. */
export function StoryRequest({ story }: { story: StoryView }) {
  const { row, request, orders, moreOrders, shares } = story;
  const sorted = [...orders.filter(({ own }) => own), ...orders.filter(({ own }) => !own)];
  return (
    <section className={text.section} aria-labelledby="story-request">
      <div className={styles.head}>
        <h3 id="story-request">Request {row.requestId}</h3>
        {shares && (
          <Link
            className={`${control.button} ${control.small}`}
            href={linksPath(row.requestId)}
            prefetch={false}
          >
            <IconShare2 size={14} stroke={1.75} aria-hidden="true" />
            Share<span className="pp-vh"> request {row.requestId} with its end user</span>
          </Link>
        )}
      </div>
      <p className={styles.summary}>
        {counted(request.numbers, 'number')}: {request.summary}.
      </p>
      <ul className={styles.orders} aria-label={`Orders of request ${row.requestId}`}>
        {sorted.map((order) => (
          <li key={order.id}>
            <Order order={order} story={story} />
          </li>
        ))}
      </ul>
      {moreOrders > 0 && <p className={styles.more}>And {counted(moreOrders, 'more order')}.</p>}
    </section>
  );
}

function Order({ order, story }: { order: StoryOrderView; story: StoryView }) {
  const { showRow, hrefOf } = useReport();
  const { row } = story;
  // This number stands first, wherever it is in the order.
  const others = order.phones.filter(({ phone }) => !order.own || phone !== row.phone);
  const own = order.phones.find(({ phone }) => phone === row.phone) ?? { phone: row.phone, note: null };
  const listed = order.own ? [own, ...others] : others;
  const more = order.numbers - listed.length;
  return (
    // It may have been opened before the page was alive.
    <details className={styles.order} open={order.own} suppressHydrationWarning>
      <summary>
        <IconChevronRight size={14} stroke={1.75} aria-hidden="true" />
        <StatusGlyph status={order.status} />
        <span className={styles.label}>
          {order.label}
          {order.date && <small>{order.date}</small>}
        </span>
        <span className={styles.count}>
          {counted(order.numbers, 'number')}
          {order.tollFree && <small>toll-free</small>}
        </span>
      </summary>
      <ul className={styles.numbers} aria-label={`Numbers, ${order.label}`}>
        {listed.map(({ phone, note }) => {
          const ref = { requestId: row.requestId, phone };
          if (isSameRow(ref, row)) {
            return (
              <li key={phone} className={styles.own} aria-current="true">
                <span>{formatPhoneNumber(phone)}</span>
                <span className={styles.note}>This number</span>
              </li>
            );
          }
          return (
            <li key={phone}>
              <button type="button" onClick={() => showRow(ref)}>
                {formatPhoneNumber(phone)}
              </button>
              {note && <span className={styles.note}>{note}</span>}
            </li>
          );
        })}
        {more > 0 && (
          <li>
            <Link href={hrefOf({ find: row.requestId, match: 1 })} scroll={false} prefetch={false}>
              and {count(more)} more, in the report
            </Link>
          </li>
        )}
      </ul>
    </details>
  );
}
